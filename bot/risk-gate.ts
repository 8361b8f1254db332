import { detectLanguage } from '../knowledge/language/detect-language.ts';
import { crisisReply } from '../dialogs/crisis-reply.ts';
import { wordsOf } from '../dialogs/message.ts';
import type { CrisisReply } from '../dialogs/reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { LruMap } from './lru-map.ts';
import type { Incoming } from './incoming.ts';

/** How many conversations' last crisis replies are held in mind, so that the next one is worded anew. */
const remembered = 10_000;

/**
 * Judges a message by itself, with no I/O at all, and has the reply to an immediate danger ready at once.
 * Whatever else of the service is slow or broken, this answers.
 */
export class RiskGate {
  readonly #knowledge: Knowledge;
  readonly #told = new LruMap<string, number>(remembered);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The crisis reply where the message alone calls for it, else undefined. */
  urgentReply({ message, conversation }: Incoming): CrisisReply | undefined {
    const words = wordsOf(message);
    const verdict = this.#knowledge.risk.assess(words);
    if (verdict.tier !== 'immediate') return undefined;
    const told = this.#told.get(conversation) ?? 0;
    this.#told.set(conversation, told + 1);
    return crisisReply({
      verdict,
      told,
      knowledge: this.#knowledge,
      language: detectLanguage(words) ?? 'en',
    });
  }
}
