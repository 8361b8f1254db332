import type { KeptQuestion } from '../knowledge/unanswered/kept-question.ts';
import { readPlainWords } from '../knowledge/unanswered/plain-words.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { Unanswered } from './unanswered.ts';
import { UnansweredFile } from './unanswered-file.ts';

const day = 86_400_000;

export interface OpenUnanswered {
  readonly unanswered: Unanswered;
  close(): Promise<void>;
}

/** Counting always; keeping only with KEEP_UNANSWERED=scrubbed, in `file`. What was kept before expires when it is off, too. */
export const openUnanswered = (
  { keepUnanswered, unansweredFile }: Pick<Config, 'keepUnanswered' | 'unansweredFile'>,
  { metrics, log, clock }: { metrics: Metrics; log: Log; clock: () => Date },
): OpenUnanswered => {
  const file = new UnansweredFile(unansweredFile, log);
  file.sweep(clock());
  const sweeper = setInterval(() => file.sweep(clock()), day).unref();
  const keeping = keepUnanswered
    ? { vocabulary: readPlainWords(), keep: (question: KeptQuestion) => file.keep(question) }
    : undefined;
  return {
    unanswered: new Unanswered(metrics, keeping),
    close: () => {
      clearInterval(sweeper);
      return file.idle();
    },
  };
};
