import { z } from 'zod';
import { countries } from '../knowledge/helplines/country.ts';
import { ConfigError } from './errors.ts';
import { parseEncryptionKeys } from './storage/encryption-keys.ts';
import { parseStorageUrl, storageForms } from './storage/storage-url.ts';

export { readEnvironment } from '../knowledge/read-environment.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'];
const emptyIsUnset = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = z.preprocess(emptyIsUnset, z.string().trim().optional());
const withDefault = (value: string) => z.preprocess(emptyIsUnset, z.string().trim().default(value));
const tenantId = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const hostName = '(\\*\\.)?[\\w-]+(\\.[\\w-]+)*';
const listOf = (item: string): RegExp => new RegExp(`^\\s*${item}(\\s*,\\s*${item})*\\s*$`);
const listIn = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((item) => item !== '');

const encryptionKeys = z.string().transform((text, context) => {
  const keys = parseEncryptionKeys(text);
  if (typeof keys !== 'string') return keys;
  context.addIssue(keys);
  return z.NEVER;
});

/** Plain http only ever to this machine. */
const isSafeOrigin = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.origin !== value) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));
};

/** Every variable that is read, by its name in the environment; `.env.example` explains each. */
export const environmentSchema = z.object({
  NODE_ENV: z.preprocess(emptyIsUnset, z.enum(['development', 'test', 'production']).default('development')),
  HOST: withDefault('127.0.0.1'),
  PORT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(0).max(65_535).default(3978)),
  STORAGE_URL: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .refine((url) => parseStorageUrl(url) !== undefined, storageForms)
      .default('sqlite:data/bot.db'),
  ),
  STORAGE_KEY: optional,
  STORAGE_ENCRYPTION_KEYS: z.preprocess(emptyIsUnset, encryptionKeys.optional()),
  MEMORY_DAYS: z.preprocess(emptyIsUnset, z.coerce.number().int().min(1).max(365).default(30)),
  KNOWLEDGE_DIR: optional,
  KEEP_UNANSWERED: z.preprocess(emptyIsUnset, z.enum(['off', 'scrubbed']).default('off')),
  LOG_LEVEL: z.preprocess(emptyIsUnset, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
  MicrosoftAppType: z.preprocess(
    emptyIsUnset,
    z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  ),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  ChannelService: z.preprocess(emptyIsUnset, z.literal('https://botframework.azure.us').optional()),
  TEAMS_TENANTS: z.preprocess(
    emptyIsUnset,
    z.string().regex(listOf(tenantId), 'must be tenant ids, separated by commas').optional(),
  ),
  SERVICE_URL_HOSTS: z.preprocess(
    emptyIsUnset,
    z.string().regex(listOf(hostName), 'must be host names, separated by commas').optional(),
  ),
  DIRECT_LINE_KEY: z.preprocess(
    emptyIsUnset,
    z.string().min(32, 'must be at least 32 characters').optional(),
  ),
  DIRECT_LINE_SECRET: optional,
  DIRECT_LINE_URL: z.preprocess(
    emptyIsUnset,
    z.string().refine(isSafeOrigin, 'must be an https address without a path').optional(),
  ),
  EMBED_ORIGINS: optional,
  PUBLIC_URL: z.preprocess(
    emptyIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'must be the address of this service, as https://care.example' })
      .optional(),
  ),
  CLINIC_NAME: withDefault('the clinic'),
  CLINIC_PHONE: optional,
  CLINIC_HOURS: optional,
  CLINIC_URL: z.preprocess(emptyIsUnset, z.url({ protocol: /^https?$/ }).optional()),
  CLINIC_COUNTRY: z.preprocess(emptyIsUnset, z.enum(countries).default('US')),
});
export type Environment = z.infer<typeof environmentSchema>;
export type Config = ReturnType<typeof toConfig>;

/** Reads and checks the configuration; throws one ConfigError that names every wrong variable and the mend. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Wrong configuration. ${faults.join('. ')}. See .env.example.`);
  }
  const faults = unsafe(parsed.data);
  if (faults.length > 0) throw new ConfigError(`Wrong configuration. ${faults.join(' ')} See .env.example.`);
  return toConfig(parsed.data);
};

/** Without an app id nobody is authenticated, so such a bot may only ever listen to its own machine. */
const unsafe = (env: Environment): readonly string[] => {
  const faults: string[] = [];
  const open = env.MicrosoftAppId === undefined;
  if (open && env.NODE_ENV === 'production')
    faults.push('MicrosoftAppId: set it when NODE_ENV=production, or anyone can post as any channel.');
  if (open && !loopback.includes(env.HOST))
    faults.push(`HOST: set MicrosoftAppId too, or use 127.0.0.1 instead of ${env.HOST}.`);
  if (!open && env.MicrosoftAppType !== 'UserAssignedMSI' && env.MicrosoftAppPassword === undefined)
    faults.push(`MicrosoftAppPassword: set it for a ${env.MicrosoftAppType} bot.`);
  if (env.MicrosoftAppType === 'UserAssignedMSI' && env.MicrosoftAppPassword !== undefined)
    faults.push('MicrosoftAppPassword: leave it empty for a UserAssignedMSI bot.');
  if (!open && env.MicrosoftAppType !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined)
    faults.push(`MicrosoftAppTenantId: set it for a ${env.MicrosoftAppType} bot.`);
  return faults;
};

const toConfig = (env: Environment) => ({
  production: env.NODE_ENV === 'production',
  host: env.HOST,
  port: env.PORT,
  storageUrl: env.STORAGE_URL,
  storageOptions: { key: env.STORAGE_KEY, encryptionKeys: env.STORAGE_ENCRYPTION_KEYS },
  memoryDays: env.MEMORY_DAYS,
  knowledgeFolder: env.KNOWLEDGE_DIR,
  keepUnanswered: env.KEEP_UNANSWERED === 'scrubbed',
  /** Beside the default store, whatever STORAGE_URL says: a file of this machine. */
  unansweredFile: 'data/unanswered.jsonl',
  logLevel: env.LOG_LEVEL,
  app: {
    type: env.MicrosoftAppType,
    id: env.MicrosoftAppId,
    password: env.MicrosoftAppPassword,
    tenant: env.MicrosoftAppTenantId,
    government: env.ChannelService !== undefined,
    teamsTenants: listIn(env.TEAMS_TENANTS),
    serviceHosts: listIn(env.SERVICE_URL_HOSTS),
  },
  directLineKey: env.DIRECT_LINE_KEY,
  azureDirectLine:
    env.DIRECT_LINE_SECRET === undefined
      ? undefined
      : { secret: env.DIRECT_LINE_SECRET, url: env.DIRECT_LINE_URL ?? 'https://directline.botframework.com' },
  embedOrigins: env.EMBED_ORIGINS?.split(/[\s,]+/).filter((origin) => origin !== '') ?? [],
  publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
  clinic: {
    name: env.CLINIC_NAME,
    phone: env.CLINIC_PHONE,
    hours: env.CLINIC_HOURS,
    url: env.CLINIC_URL,
    country: env.CLINIC_COUNTRY,
  },
});
