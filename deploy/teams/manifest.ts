import { fill } from '../../dialogs/turn.ts';
import { dangerLine } from '../../knowledge/helplines/danger-line.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { teamsCommandIds, type TeamsCommandId } from '../../knowledge/texts/teams-texts.ts';
import type { AppSettings } from './app-settings.ts';

const schemas = 'https://developer.microsoft.com/json-schemas/teams/v1.22';
/** General questions: what may be asked where others read along. */
const general: readonly TeamsCommandId[] = ['iop', 'php', 'levels'];
const commandLists = [
  { scopes: ['personal'], ids: teamsCommandIds },
  { scopes: ['team', 'groupChat'], ids: general },
] as const;

export interface ManifestParts {
  readonly settings: AppSettings;
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines'>;
  /** Of the product, as `1.2.3`. */
  readonly version: string;
}

/** The app as Teams reads it, in English; `localisation` has the other languages. */
export const manifest = ({ settings, knowledge, version }: ManifestParts): object => ({
  $schema: `${schemas}/MicrosoftTeams.schema.json`,
  manifestVersion: '1.22',
  version,
  id: settings.appId,
  developer: {
    name: settings.clinic,
    websiteUrl: settings.clinicUrl ?? settings.publicUrl,
    privacyUrl: privacyPage(settings),
    termsOfUseUrl: privacyPage(settings),
  },
  name: { short: knowledge.texts.en.teams.app.name, full: fullName(settings, knowledge, 'en') },
  description: {
    short: knowledge.texts.en.teams.app.short,
    full: description(settings, knowledge, 'en'),
  },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#14566b',
  localizationInfo: {
    defaultLanguageTag: 'en',
    additionalLanguages: [{ languageTag: 'es', file: 'es.json' }],
  },
  bots: [
    {
      botId: settings.appId,
      scopes: ['personal', 'team', 'groupChat'],
      isNotificationOnly: false,
      supportsFiles: false,
      commandLists: commandLists.map(({ scopes, ids }) => ({
        scopes,
        commands: ids.map((id) => knowledge.texts.en.teams.commands[id]),
      })),
    },
  ],
  defaultInstallScope: 'personal',
  defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  validDomains: [new URL(settings.publicUrl).hostname],
});

/** The same words in another language, by their place in the manifest. */
export const localisation = ({ settings, knowledge }: ManifestParts, language: Language): object => {
  const { app, commands } = knowledge.texts[language].teams;
  const named = commandLists.flatMap(({ ids }, list) =>
    ids.flatMap((id, at) => {
      const place = `bots[0].commandLists[${list}].commands[${at}]`;
      return [
        [`${place}.title`, commands[id].title],
        [`${place}.description`, commands[id].description],
      ];
    }),
  );
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': app.name,
    'name.full': fullName(settings, knowledge, language),
    'description.short': app.short,
    'description.full': description(settings, knowledge, language),
    ...Object.fromEntries(named),
  };
};

const privacyPage = ({ publicUrl }: AppSettings): string => `${publicUrl}/privacy`;

const fullName = (
  { clinic }: AppSettings,
  { texts }: ManifestParts['knowledge'],
  language: Language,
): string => `${texts[language].teams.app.name} – ${clinic}`;

const description = (
  settings: AppSettings,
  { texts, helplines }: ManifestParts['knowledge'],
  language: Language,
): string =>
  fill(texts[language].teams.app.full, {
    clinic: settings.clinic,
    danger: dangerLine(helplines, settings.country, language),
    privacy: privacyPage(settings),
  });
