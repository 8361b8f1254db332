import { languages } from '../knowledge/language/language.ts';
import { normalise } from '../knowledge/language/normalise.ts';
import { wordsIn } from '../knowledge/language/tokenise.ts';
import { barrierKinds, type BarrierKind } from '../knowledge/texts/barrier-kinds.ts';
import { isOfBody, withRisk } from './crisis-memory.ts';
import { crisisPlaces, sessionPlaces } from './crisis-places.ts';
import { answerChoices, askedWords } from './crisis-reply.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

/** A longer message has more to say than what stands in the way of a call. */
const mostWords = 30;

/** What a person says stands between them and the help that was named; undefined where it is something else. */
const barrierIn = ({ words, knowledge }: Turn): BarrierKind | undefined => {
  const all = wordsIn(normalise(words));
  if (all.length === 0 || all.length > mostWords) return undefined;
  const said = ` ${all.join(' ')} `;
  const has = (pattern: string): boolean =>
    pattern.split('&').every((group) => group.split('|').some((part) => said.includes(` ${part.trim()} `)));
  return barrierKinds.find((kind) =>
    languages.some((language) => knowledge.texts[language].crisis.barriers[kind].heard.some(has)),
  );
};

const saidTo = (kind: BarrierKind, turn: Turn): string => {
  const { memory, knowledge, texts } = turn;
  const { say } = texts.crisis.barriers[kind];
  if (!isOfBody(memory)) return fill(say, sessionPlaces(turn));
  return fill(`${texts.crisis.bodyFirst} ${say}`, crisisPlaces(knowledge, memory.language));
};

/** Takes what stands in the way seriously, keeps the help in sight, and leaves a direct question open. */
export const barrier = (turn: Turn): Outcome | undefined => {
  const { memory, texts } = turn;
  const kind = barrierIn(turn);
  if (kind === undefined || kind === memory.risk?.barrier) return undefined;
  const asks = memory.open?.kind === 'crisis' ? memory.open.asks : undefined;
  const text = saidTo(kind, turn);
  return {
    memory: withRisk(memory, () => ({ quiet: 0, barrier: kind })),
    replies: [
      {
        kind: 'say',
        text: asks ? `${text} ${askedWords(texts.crisis, asks, memory.risk?.about)[2]}` : text,
        choices: asks ? answerChoices(texts.crisis, asks) : [],
      },
    ],
  };
};
