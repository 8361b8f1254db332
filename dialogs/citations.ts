import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import type { Texts } from '../knowledge/texts/texts.ts';
import type { Citation } from './reply.ts';

/** What an answer's facts rest on: the article, and what it names in turn. None where there are no facts. */
export const citationsOf = (
  { facts, sources = [] }: Pick<AnswerEntry, 'facts' | 'sources'>,
  { teams }: Pick<Texts, 'teams'>,
): readonly Citation[] =>
  facts.length === 0 ? [] : (['article', ...sources] as const).map((id) => teams.citations[id]);
