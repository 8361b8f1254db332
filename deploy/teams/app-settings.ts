import { z } from 'zod';
import { ConfigError } from '../../bot/errors.ts';
import { countries, type Country } from '../../knowledge/helplines/country.ts';

/** What the app package says of the clinic's own installation. */
export interface AppSettings {
  /** The bot's id, and the app's as well. */
  readonly appId: string;
  /** Where people reach the service: `https://care.example`. */
  readonly publicUrl: string;
  readonly clinic: string;
  readonly clinicUrl: string | undefined;
  readonly country: Country;
}

/** Teams shows no longer name of who made an app. */
const longestName = 32;
const emptyIsUnset = (value: unknown): unknown => (value === '' ? undefined : value);
const secure = (error: string) => z.url({ protocol: /^https$/, error });

const settingsSchema = z.object({
  MicrosoftAppId: z.preprocess(
    emptyIsUnset,
    z.guid({ error: 'must be the id of your Azure Bot, as 0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d' }),
  ),
  PUBLIC_URL: z.preprocess(
    emptyIsUnset,
    secure('must be the address of this service for everybody, as https://care.example'),
  ),
  CLINIC_NAME: z.preprocess(
    emptyIsUnset,
    z
      .string({ error: 'must be the name of your clinic' })
      .trim()
      .max(longestName, `must have at most ${longestName} characters, which is all that Teams shows`),
  ),
  CLINIC_URL: z.preprocess(
    emptyIsUnset,
    secure('must begin with https:// for Teams, or be empty').optional(),
  ),
  CLINIC_COUNTRY: z.preprocess(emptyIsUnset, z.enum(countries).default('US')),
});

/** Throws one ConfigError that names every variable at fault and the mend. */
export const readAppSettings = (environment: NodeJS.ProcessEnv): AppSettings => {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`The Teams app can not be packaged: ${faults.join('; ')}. See .env.example.`);
  }
  const {
    MicrosoftAppId: appId,
    PUBLIC_URL,
    CLINIC_NAME: clinic,
    CLINIC_URL: clinicUrl,
    ...rest
  } = parsed.data;
  return {
    appId,
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
    clinic,
    clinicUrl,
    country: rest.CLINIC_COUNTRY,
  };
};
