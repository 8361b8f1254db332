import { expect } from 'chai';
import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { outcomeIds } from '../../knowledge/levels-of-care/ids.ts';
import { languages } from '../../knowledge/language/language.ts';
import { HttpPlaces } from './http-place.ts';
import { moveKinds, randomTalk, type Place } from './random-talk.ts';
import { turnPlace } from './turn-place.ts';

/** Of these four in five go through the turn itself, the others over HTTP. The long form is `npm run test:soak`. */
const conversations = Number(process.env['SCREENING_CONVERSATIONS'] ?? 150);
const overHttp = Math.ceil(conversations / 5);
const secondsEach = 2;

const moves = array(record({ kind: constantFrom(...moveKinds), pick: nat(1_000) }), {
  minLength: 12,
  maxLength: 45,
});

/** Every conversation is held against the pure decision, turn by turn. */
const hold = async (count: number, placeOf: () => Place): Promise<ReadonlySet<string>> => {
  const met = new Set<string>();
  await assert(
    asyncProperty(constantFrom(...languages), moves, async (language, each) => {
      for (const outcome of await randomTalk(placeOf(), language, each)) met.add(outcome);
    }),
    { numRuns: count },
  );
  return met;
};

describe('a screening with answers, questions, backs, skips, nonsense, old buttons, pauses and restarts', () => {
  it(`leads through the turn to what the rules say for its answers (${conversations - overHttp} conversations)`, async () => {
    const met = await hold(conversations - overHttp, turnPlace);
    expect([...met]).to.include.members(['crisis', 'clinician', 'detox-or-24h']);
    if (conversations >= 5_000) expect([...met]).to.have.members([...outcomeIds]);
  }).timeout(conversations * secondsEach * 1_000);

  it(`leads over HTTP to what the rules say for its answers (${overHttp} conversations)`, async () => {
    const places = await HttpPlaces.open();
    try {
      await hold(overHttp, () => places.next());
    } finally {
      await places.close();
    }
  }).timeout(conversations * secondsEach * 1_000);
});
