import type { Contact } from '../knowledge/helplines/contact.ts';
import type { RiskCategory, Tier } from '../knowledge/risk/verdict.ts';

/** Something the person can press, or pick by number or words. */
export interface Choice {
  /** Names the option whatever the label says: `safe=no`, `topic:iop-hours`, `command:back`. */
  readonly id: string;
  readonly label: string;
}

export type { Contact };

/** What the trace activities of the development channel carry (the contract names these shapes). */
export type Trace =
  | {
      readonly name: 'Risk';
      readonly value: { tier: Tier; category: RiskCategory | null; signals: readonly string[] };
    }
  | { readonly name: 'Match'; readonly value: MatchTrace }
  | { readonly name: 'Screening'; readonly value: ScreeningTrace }
  | { readonly name: 'Feedback'; readonly value: FeedbackTrace };

export interface MatchTrace {
  readonly topics: readonly string[];
  readonly offered: readonly string[];
  readonly candidates: readonly { readonly topic: string; readonly score: number }[];
}

export interface ScreeningTrace {
  readonly question: string | null;
  readonly outcome: string | null;
  readonly rule: string | null;
}

/** The person said whether the answer to these topics helped; counted without their words. */
export interface FeedbackTrace {
  readonly topics: readonly string[];
  readonly helped: boolean;
}

/** All that a dialog can say. Texts are final: in the person's language, plain, ready to read. */
export type Reply =
  | SayReply
  | AskReply
  | AnswerReply
  | CrisisReply
  | ResultReply
  | { readonly kind: 'trace'; readonly trace: Trace };

export interface SayReply {
  readonly kind: 'say';
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Set where it says that there is no answer, or asks what was meant. */
  readonly miss?: true;
}

/** One question of the screening. `choices` are its options in order, `actions` what else can be done. */
export interface AskReply {
  readonly kind: 'ask';
  readonly question: string;
  readonly progress: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly actions: readonly Choice[];
}

/** An answer of the knowledge base. `short` fits two SMS segments. */
export interface AnswerReply {
  readonly kind: 'answer';
  readonly topic: string;
  readonly title: string;
  readonly short: string;
  readonly full: string;
  /** How to read on, for channels that show `short`. */
  readonly more: string;
  /** What its facts rest on, for channels that show sources beside a message. */
  readonly cites?: readonly Citation[];
  readonly choices: readonly Choice[];
}

/** A source by its name, and in a sentence or two what it is. */
export interface Citation {
  readonly name: string;
  readonly about: string;
}

/** Help in danger. `lead` names the help first; `short` is lead, contacts and question in two SMS segments. */
export interface CrisisReply {
  readonly kind: 'crisis';
  readonly tier: Tier;
  readonly category: RiskCategory;
  readonly lead: string;
  readonly body: readonly string[];
  readonly contacts: readonly Contact[];
  readonly question: string | undefined;
  readonly short: string;
  readonly choices: readonly Choice[];
}

/** The end of a screening. `sections` are in reading order; `short` is the whole in two SMS segments. */
export interface ResultReply {
  readonly kind: 'result';
  readonly outcome: string;
  readonly headline: string;
  readonly sections: readonly ResultSection[];
  readonly answers: { readonly title: string; readonly items: readonly GivenAnswer[] };
  readonly contacts: readonly Contact[];
  /** A page to take along, where there is an address for it. */
  readonly page: Contact | undefined;
  readonly short: string;
  readonly choices: readonly Choice[];
}

export interface ResultSection {
  readonly id: 'why' | 'also' | 'know' | 'ask' | 'check' | 'next';
  readonly title: string;
  readonly lines: readonly string[];
}

/** One question of the screening with what came of it, in words. */
export interface GivenAnswer {
  readonly name: string;
  readonly label: string;
  readonly state: 'answered' | 'skipped' | 'not-asked';
}
