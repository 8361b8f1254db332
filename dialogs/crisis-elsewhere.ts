import { contactsFor } from '../knowledge/helplines/contacts.ts';
import { toGsm7 } from '../knowledge/texts/gsm7.ts';
import { waysOn } from './crisis-follow-up.ts';
import { goOn } from './crisis-go-on.ts';
import { categoryOf, withRisk } from './crisis-memory.ts';
import { crisisPlaces } from './crisis-places.ts';
import type { CrisisReply } from './reply.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

/** Lines were named, and now the person says they are in another country: its lines come at once, then the rest. */
export const elsewhere = (turn: Turn, next: (turn: Turn) => Outcome): Outcome | undefined => {
  const { risk } = turn.memory;
  const { country } = turn.knowledge.clinic;
  if (risk?.toldIn === undefined || risk.toldIn === country) return undefined;
  const memory = withRisk(turn.memory, () => ({ toldIn: country, quiet: 0 }));
  const { topics, offered } = turn.match();
  const lines = linesOf(turn);
  if (memory.open === undefined && topics.length === 0 && offered.length === 0)
    return { memory, replies: [{ ...lines, choices: turn.message.channel.shared ? [] : waysOn(turn) }] };
  const { memory: after, replies } = goOn({ ...turn, memory }, next);
  return { memory: after, replies: [lines, ...replies] };
};

const linesOf = ({ knowledge, memory, texts }: Turn): CrisisReply => {
  const { helplines, clinic } = knowledge;
  const { language } = memory;
  const name = helplines.countries[clinic.country].name[language];
  const places = { ...crisisPlaces(knowledge, language), country: name };
  const lead = fill(texts.crisis.elsewhere.lead, places);
  const act = fill(texts.crisis.elsewhere.act, places);
  const category = categoryOf(memory);
  return {
    kind: 'crisis',
    tier: memory.risk?.tier ?? 'concern',
    category,
    lead,
    body: [act],
    contacts: contactsFor(helplines, clinic.country, category, 'immediate', language),
    question: undefined,
    short: toGsm7(`${lead} ${act}`),
    choices: [],
  };
};
