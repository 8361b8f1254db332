import type { Entry } from './faq/entry.ts';
import type { MatcherSources } from './faq/train-matcher.ts';
import type { Language } from './language/language.ts';
import { smallTalkVoice, type TrainingLine } from './risk/training-line.ts';
import type { TextsByLanguage } from './texts/texts.ts';

/**
 * Voices that the detector does not learn from: its limits were set without them, and from so many harmless Spanish
 * lines beside few about danger it could learn that Spanish itself is a sign of no risk.
 */
const leftOut: ReadonlySet<string> = new Set(['spanish', 'spanish-kin', 'background-everyday']);

/**
 * What people ask of the knowledge base, as examples of no risk for the detector: ordinary requests are most of what it
 * reads, and its own lines are about danger and what looks like it.
 */
export const harmlessLines = ({ training }: MatcherSources): readonly TrainingLine[] => {
  const heard = ({ voice }: { readonly voice: string }): boolean => !leftOut.has(voice);
  return [
    ...training.lines.filter(heard).map(({ voice, text }) => ({ voice: `asks-${voice}`, text })),
    ...training.doubles.filter(heard).map(({ voice, text }) => ({ voice: `asks-${voice}`, text })),
    ...training.background.filter(heard).map(({ kind, text }) => ({ voice: `asks-${kind}`, text })),
  ].map((line) => ({ ...line, accept: ['none'], category: undefined }));
};

/** Questions of the screening whose options tell of danger. */
const ofDanger: ReadonlySet<string> = new Set(['safe', 'body']);

const optionLabels = ({ questions }: TextsByLanguage[Language]['screening']): readonly string[] =>
  Object.entries(questions).flatMap(([id, { options }]) =>
    ofDanger.has(id)
      ? []
      : Object.values(options).flatMap((label) =>
          typeof label === 'string' ? [label] : Object.values(label),
        ),
  );

/** What stands on our own buttons comes back as text, and is never a sign of danger by itself. */
export const buttonLines = (
  entries: ReadonlyMap<string, Entry>,
  texts: TextsByLanguage,
): readonly TrainingLine[] =>
  [
    ...[...entries.values()].flatMap(({ title, es }) => [title, ...(es ? [es.title] : [])]),
    ...Object.values(texts).flatMap(({ talk }) => [talk.feedback.yes, talk.feedback.no]),
    ...Object.values(texts).flatMap(({ screening, conversation }) => [
      ...Object.values(screening.actions),
      ...Object.values(conversation.welcome.choices),
      ...optionLabels(screening),
    ]),
  ].map((text) => ({
    voice: smallTalkVoice,
    text,
    accept: ['none' as const],
    category: undefined,
  }));
