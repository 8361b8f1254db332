import type { Clinic } from './clinic.ts';
import type { AnswerEntry } from './faq/entry.ts';
import type { FaqMatcher } from './faq/matcher.ts';
import type { Helplines } from './helplines/helplines.ts';
import type { RiskAssessor } from './risk/assessor.ts';
import type { TextsByLanguage } from './texts/texts.ts';

/** All that the dialogs know. It is read once at start and does not change while the service runs. */
export interface Knowledge {
  readonly risk: RiskAssessor;
  readonly entries: ReadonlyMap<string, AnswerEntry>;
  readonly matcher: FaqMatcher;
  readonly helplines: Helplines;
  readonly texts: TextsByLanguage;
  readonly clinic: Clinic;
}
