import { expect } from 'chai';
import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { outcomeIds } from '../../knowledge/levels-of-care/ids.ts';
import { languages } from '../../knowledge/language/language.ts';
import { HttpPlaces } from './http-place.ts';
import { moveKinds, randomTalk, type Place } from './random-talk.ts';
import { turnPlace } from './turn-place.ts';

/** The long form, `npm run test:soak`, holds the same number of conversations in both ways. */
const long = process.env['SCREENING_CONVERSATIONS'];
const throughTheTurn = Number(long ?? 120);
const overHttp = Number(long ?? 30);
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
  it(`leads through the turn to what the rules say for its answers (${throughTheTurn} conversations)`, async () => {
    const met = await hold(throughTheTurn, turnPlace);
    expect([...met]).to.include.members(['crisis', 'clinician', 'detox-or-24h']);
    if (throughTheTurn >= 5_000) expect([...met]).to.have.members([...outcomeIds]);
  }).timeout(throughTheTurn * secondsEach * 1_000);

  it(`leads over HTTP to what the rules say for its answers (${overHttp} conversations)`, async () => {
    const places = await HttpPlaces.open(overHttp);
    try {
      const met = await hold(overHttp, () => places.next());
      expect([...met]).to.include('crisis');
      if (overHttp >= 5_000) expect([...met]).to.have.members([...outcomeIds]);
    } finally {
      await places.close();
    }
  }).timeout(overHttp * secondsEach * 1_000);
});
