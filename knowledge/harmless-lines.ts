import type { Entry } from './faq/entry.ts';
import type { MatcherSources } from './faq/train-matcher.ts';
import { detectLanguage } from './language/detect-language.ts';
import { smallTalkVoice, type TrainingLine } from './risk/training-line.ts';
import type { TextsByLanguage } from './texts/texts.ts';

/**
 * What people ask of the knowledge base, as examples of no risk for the detector: ordinary requests are most of what it
 * reads, and its own lines are about danger and what looks like it. The voices that speak Spanish are left out: the
 * detector has few Spanish lines about danger, and so many harmless ones could make Spanish itself a sign of no risk.
 */
export const harmlessLines = ({ training }: MatcherSources): readonly TrainingLine[] =>
  [
    ...[...training.lines, ...training.doubles]
      .filter(({ voice }) => !voice.startsWith('spanish'))
      .map(({ voice, text }) => ({ voice: `asks-${voice}`, text })),
    ...training.background
      .filter(({ text }) => detectLanguage(text) !== 'es')
      .map(({ kind, text }) => ({ voice: `asks-${kind}`, text })),
  ].map((line) => ({ ...line, accept: ['none'], category: undefined }));

/** What stands on our own buttons comes back as text, and is never a sign of danger by itself. */
export const buttonLines = (
  entries: ReadonlyMap<string, Entry>,
  texts: TextsByLanguage,
): readonly TrainingLine[] =>
  [
    ...[...entries.values()].flatMap(({ title, es }) => [title, ...(es ? [es.title] : [])]),
    ...Object.values(texts).flatMap(({ talk }) => [talk.feedback.yes, talk.feedback.no]),
  ].map((text) => ({
    voice: smallTalkVoice,
    text,
    accept: ['none' as const],
    category: undefined,
  }));
