import { contactsFor } from '../knowledge/helplines/contacts.ts';
import { toGsm7 } from '../knowledge/texts/gsm7.ts';
import type { CrisisAnswer } from './crisis-answer.ts';
import { categoryOf, isOfBody, withoutOpen, withRisk, withTold } from './crisis-memory.ts';
import { crisisPlaces } from './crisis-places.ts';
import { tell } from './crisis-tell.ts';
import type { Memory } from './memory.ts';
import type { Choice, CrisisReply } from './reply.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

/** The way of the direct questions: a "yes" leads to the next one, and at the end to immediate help. */
export const followUp = (turn: Turn, answer: CrisisAnswer): Outcome => {
  const { open } = turn.memory;
  const category = categoryOf(turn.memory);
  if (answer === 'meant') return tell(turn, { tier: tierOf(turn), category, signals: [] });
  if (answer === 'takenBack' || open?.kind !== 'crisis') return light(turn, 'takenBack');
  if (open.asks === 'company') return company(turn, answer === 'yes' ? 'yes' : 'no');
  if (answer !== 'no') {
    return open.asks === 'thoughts'
      ? tell(turn, { tier: 'concern', category, signals: [] }, 'plan')
      : tell(turn, { tier: 'immediate', category, signals: [] });
  }
  // Plan and means come after a "yes" to thoughts, so one "no" does not end it.
  return open.asks === 'plan'
    ? tell(turn, { tier: 'concern', category, signals: [] }, 'means')
    : light(turn, 'cleared');
};

const tierOf = ({ memory }: Turn): 'immediate' | 'concern' =>
  memory.risk?.tier === 'immediate' ? 'immediate' : 'concern';

/** "Is someone with you?" was answered: what to do next, and nothing else is asked. */
const company = (turn: Turn, answer: 'yes' | 'no'): Outcome => {
  const { knowledge, memory, texts } = turn;
  const places = crisisPlaces(knowledge, memory.language);
  const category = categoryOf(memory);
  const words = texts.crisis[companyOf(memory)][answer];
  const lead = fill(words.lead, places);
  const act = fill(words.act, places);
  const reply: CrisisReply = {
    kind: 'crisis',
    tier: 'immediate',
    category,
    lead,
    body: [act],
    contacts: contactsFor(
      knowledge.helplines,
      knowledge.clinic.country,
      category,
      'immediate',
      memory.language,
    ),
    question: undefined,
    short: toGsm7(`${lead} ${act}`),
    choices: [],
  };
  return {
    memory: withoutOpen(withTold(turn, { tier: 'immediate', category, signals: [] })),
    replies: [reply],
  };
};

const companyOf = (memory: Memory) => {
  if (memory.risk?.about === 'other') return 'companyOfOther';
  return isOfBody(memory) ? 'companyOfBody' : 'company';
};

/** A short kind word that keeps the help in sight and offers to go on. */
const light = (turn: Turn, which: 'cleared' | 'takenBack'): Outcome => {
  const { knowledge, memory, texts } = turn;
  const said = memory.risk?.said ?? 0;
  const words = texts.crisis[which];
  const text = fill(words[said % words.length] ?? '', crisisPlaces(knowledge, memory.language));
  return {
    memory: withRisk(withoutOpen(memory), () => ({ said: said + 1, quiet: 0 })),
    replies: [{ kind: 'say', text, choices: waysOn(turn) }],
  };
};

export const askId = 'crisis:ask';
export const stepsId = 'topic:start-screening';

/** What can be done next; the steps only where they were left in the middle. */
export const waysOn = (turn: Turn): readonly Choice[] => {
  const { choices } = turn.texts.crisis;
  const left = turn.memory.screening?.status;
  const waiting = left === 'suspended' || left === 'open';
  return [
    { id: askId, label: choices.ask },
    ...(waiting ? [{ id: stepsId, label: choices.steps }] : []),
    { id: 'topic:human', label: turn.texts.conversation.welcome.choices.human },
  ];
};
