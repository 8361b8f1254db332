import { asInSession, bodilyOf } from '../dialogs/crisis-memory.ts';
import { crisisReply, withoutQuestion } from '../dialogs/crisis-reply.ts';
import { helpPressed } from '../dialogs/help-pressed.ts';
import type { Memory } from '../dialogs/memory.ts';
import { wordsOf } from '../dialogs/message.ts';
import type { CrisisReply } from '../dialogs/reply.ts';
import type { Country } from '../knowledge/helplines/country.ts';
import { statedCountry } from '../knowledge/helplines/stated-country.ts';
import { detectLanguage } from '../knowledge/language/detect-language.ts';
import type { Language } from '../knowledge/language/language.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { noRisk, type RiskCategory, type Verdict } from '../knowledge/risk/verdict.ts';
import { withLinesOf } from '../knowledge/with-lines-of.ts';
import { LruMap } from './lru-map.ts';
import type { Incoming } from './incoming.ts';

/** How many conversations are held in mind, so that the next crisis reply is worded anew and in their language. */
const mostRemembered = 10_000;

/** The screening's questions to which a bare "yes" tells of danger. */
const safetyQuestions: readonly string[] = ['safe', 'body'];

/** What of a conversation changes the wording of its next crisis reply. */
interface Wording {
  readonly told: number;
  readonly language: Language;
  /** Where the person said they are. */
  readonly country: Country | undefined;
  /** Danger was spoken of lately: a bare "yes" may be about it. */
  readonly danger: boolean;
  /** What the body is in danger of, where that was told before. */
  readonly bodily: RiskCategory | undefined;
}

/** What the message alone tells of danger. */
export interface Judged {
  /** The crisis reply where it is to be given before anything else. */
  readonly urgent: CrisisReply | undefined;
  /** Whether there may be danger of any degree: then there is room for the message when there is for no other. */
  readonly danger: boolean;
  /** What the words by themselves tell; undefined where a button tells it. */
  readonly alone: Verdict | undefined;
}

/**
 * Judges a message by itself, with no I/O at all, and has the reply to an immediate danger ready at once.
 * Whatever else of the service is slow or broken, this answers.
 */
export class RiskGate {
  readonly #knowledge: Knowledge;
  readonly #wordings = new LruMap<string, Wording>(mostRemembered);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  judge({ message, conversation }: Incoming): Judged {
    const words = wordsOf(message);
    const pressed = helpPressed(message);
    const alone = pressed ? undefined : this.#knowledge.risk.assess(words);
    const known = this.#wordings.get(conversation);
    const verdict = asInSession(pressed ?? alone ?? noRisk, known?.bodily);
    if (verdict.tier !== 'immediate')
      return { urgent: undefined, danger: verdict.tier !== 'none' || known?.danger === true, alone };
    const told = known?.told ?? 0;
    const language = detectLanguage(words) ?? known?.language ?? message.channel.language ?? 'en';
    const country = statedCountry(words, this.#knowledge.helplines) ?? known?.country;
    this.#wordings.set(conversation, {
      told: told + 1,
      language,
      country,
      danger: true,
      bodily: known?.bodily,
    });
    const knowledge = withLinesOf(this.#knowledge, country);
    const reply = crisisReply({ verdict, told, knowledge, language });
    return { urgent: message.channel.shared ? withoutQuestion(reply) : reply, danger: true, alone };
  }

  /** Takes over what a turn left in memory, which also knows of crisis replies that were not given here. */
  note(conversation: string, memory: Memory): void {
    const { risk, language, country, open, lost } = memory;
    const danger =
      risk !== undefined || (open?.kind === 'screening' && safetyQuestions.includes(open.question));
    const told = risk?.told ?? 0;
    const bodily = bodilyOf(memory);
    const known = lost ? this.#wordings.get(conversation) : undefined;
    // A memory that was lost knows less than is known here.
    const wording = known
      ? {
          ...known,
          told: Math.max(known.told, told),
          danger: danger || known.danger,
          bodily: bodily ?? known.bodily,
        }
      : { told, language, country, danger, bodily };
    this.#wordings.set(conversation, wording);
  }
}
