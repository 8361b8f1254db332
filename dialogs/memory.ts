import { z } from 'zod';
import { countries } from '../knowledge/helplines/country.ts';
import { languages } from '../knowledge/language/language.ts';
import { outcomeIds, questionIds, type QuestionId } from '../knowledge/levels-of-care/ids.ts';
import { barrierKinds } from '../knowledge/texts/barrier-kinds.ts';
import { riskCategories, tiers } from '../knowledge/risk/verdict.ts';
import { talkSchema } from './talk.ts';

/** What a crisis reply may have asked; decides how a short answer to it is judged. */
const crisisQuestions = ['thoughts', 'plan', 'means', 'company', 'danger'] as const;
export type CrisisQuestion = (typeof crisisQuestions)[number];

const openQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('screening'), question: z.enum(questionIds) }),
  z.object({
    kind: z.literal('crisis'),
    asks: z.enum(crisisQuestions),
    /** Passed over once, and asked once more. */
    again: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('confirm'), what: z.enum(['delete-data', 'restart']) }),
]);

/** Whether this version of the service has the question: an older document may name one that is gone. */
const isKnown = (id: string): id is QuestionId => questionIds.some((known) => known === id);

const knownAnswers = (answers: Readonly<Record<string, string>>): Partial<Record<QuestionId, string>> =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => isKnown(id)));

export const screeningSchema = z.object({
  /** Version of the question table that the answers were given to. */
  table: z.string(),
  about: z.enum(['self', 'other']),
  status: z.enum(['open', 'suspended', 'finished', 'stopped']),
  /** Option ids by question; `skip` where the question was passed over. */
  answers: z.record(z.string(), z.string()).transform(knownAnswers),
  startedAt: z.string(),
  /** Questions in the order in which they were answered, so that "back" can undo them. */
  trail: z.array(z.string()).transform((ids) => ids.filter(isKnown)),
  misses: z.number(),
  outcome: z.enum(outcomeIds).optional(),
  rule: z.string().optional(),
  /** Time of the last answer: "right now" does not hold for ever. */
  answeredAt: z.string().optional(),
  /** Set by a crisis: no milder result is given in this session. */
  floor: z.literal('clinician').optional(),
  /** Rules that the answers met and excluded, once it is finished. */
  matched: z.array(z.string()).optional(),
  ruledOut: z.array(z.string()).optional(),
});

/** Raised when an older version of the service could no longer read what this one writes. */
export const memoryVersion = 1;

const memorySchema = z.object({
  schemaVersion: z.literal(memoryVersion),
  /** Set while the store does not answer: this memory is empty and ends with the turn. */
  lost: z.literal(true).optional(),
  language: z.enum(languages),
  firstAt: z.string(),
  lastAt: z.string(),
  greeted: z.boolean(),
  /** Where the person said they are: whom to call follows it instead of the clinic's country. */
  country: z.enum(countries).optional().catch(undefined),
  /** The highest tier of this session; it does not fall with a joke or a change of topic. */
  risk: z
    .object({
      tier: z.enum(tiers),
      category: z.enum(riskCategories),
      /** Whose danger it was last; missing where it is the writer's own. */
      about: z.literal('other').optional().catch(undefined),
      at: z.string(),
      /** How many crisis replies were given: later ones vary and shorten. */
      told: z.number(),
      /** The direct question that was passed over twice: a bare "yes" later still answers it. */
      unanswered: z.enum(crisisQuestions).optional().catch(undefined),
      /** What the person said last stands in the way of the help, so that it is not answered twice alike. */
      barrier: z.enum(barrierKinds).optional().catch(undefined),
      /** The country whose lines were named last. */
      toldIn: z.enum(countries).optional().catch(undefined),
      /** Other replies about it that were given, so that these vary as well. */
      said: z.number().optional(),
      /** Turns since help was last named, after an immediate danger. */
      quiet: z.number().optional(),
    })
    .optional(),
  /** What can't be read any more is asked anew; it must not cost the rest, above all `risk`. */
  open: openQuestion.optional().catch(undefined),
  screening: screeningSchema.optional().catch(undefined),
  /** Topics of the last answers about care, newest first: what "it" and "and for teens?" refer to. */
  lastTopics: z.array(z.string()),
  /** The page that shows the result of the screening, while there is one: its id in storage, and when it ends. */
  summary: z.object({ id: z.string(), until: z.string() }).optional().catch(undefined),
  /** Where the reading of a long text stands, on channels with short messages. */
  more: z.object({ topic: z.string(), page: z.number() }).optional(),
  /** Missing at first; set anew where it can't be read, as it only makes replies fit better. */
  talk: talkSchema.optional().catch(undefined),
});

/** What is remembered of one conversation. Ids, answers and times only: never what the person wrote. */
export type Memory = z.infer<typeof memorySchema>;
export type OpenQuestion = z.infer<typeof openQuestion>;
export type ScreeningState = z.infer<typeof screeningSchema>;

export const newMemory = (now: Date): Memory => ({
  schemaVersion: memoryVersion,
  language: 'en',
  firstAt: now.toISOString(),
  lastAt: now.toISOString(),
  greeted: false,
  lastTopics: [],
});

/** Reads a stored memory; undefined where it is of another version or damaged, so that the turn starts anew. */
export const readMemory = (stored: unknown): Memory | undefined => memorySchema.safeParse(stored).data;
