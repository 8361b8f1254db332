import { expect } from 'chai';
import { array, assert as check, constantFrom, property, record } from 'fast-check';
import { Admission, type AdmissionLimits, type Place } from '../../bot/admission.ts';

const limits: AdmissionLimits = {
  inOneConversation: 2,
  inAll: 5,
  lateFrom: 100,
  whileLate: 3,
  roomForDanger: 2,
  refuseAfter: 0,
};

const open = (delay = 0) => {
  const refused: string[] = [];
  const admission = new Admission({
    limits,
    loopDelay: () => delay,
    refused: (where) => refused.push(where),
  });
  const enter = (conversation: string, danger = false): number => {
    const place = admission.enter(conversation, danger);
    return place.kind === 'taken' ? 200 : place.why.status;
  };
  return { admission, refused, enter };
};

describe('admission', () => {
  it('refuses with 429 what one conversation has too much of, and takes what others send', () => {
    const { enter, refused } = open();
    expect(['a', 'a', 'a', 'b'].map((name) => enter(name))).to.deep.equal([200, 200, 429, 200]);
    expect(refused).to.deep.equal(['conversation']);
  });

  it('refuses with 503 what is too much in all, and says when to try again', () => {
    const { enter, admission, refused } = open();
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect(enter(name)).to.equal(200);
    const place = admission.enter('f', false);
    expect(place.kind === 'full' && place.why.status).to.equal(503);
    expect(place.kind === 'full' && place.why.retryAfter).to.be.above(0);
    expect(refused).to.deep.equal(['all']);
  });

  it('takes less while the process is late with its work, and a few messages all the same', () => {
    const { enter, refused } = open(101);
    expect(['a', 'b', 'c', 'd'].map((name) => enter(name))).to.deep.equal([200, 200, 200, 503]);
    expect(refused).to.deep.equal(['late']);
  });

  it('has room for what may be about danger when there is none for anything else', () => {
    const { enter } = open(101);
    for (const name of ['a', 'a', 'b']) enter(name);
    expect(enter('a', true)).to.equal(200);
    expect(enter('c', true)).to.equal(200);
    expect(enter('c', false)).to.equal(503);
  });

  it('never has more under way than its limits, and is empty once all have left', () => {
    const step = record({
      key: constantFrom('a', 'b', 'c', '__proto__'),
      act: constantFrom('enter', 'leave'),
    });
    check(
      property(array(step, { maxLength: 60 }), (steps) => {
        const { admission } = open();
        const inside: { readonly key: string; readonly place: Place }[] = [];
        for (const { key, act } of steps) {
          if (act === 'enter') inside.push({ key, place: admission.enter(key, false) });
          else leave(inside.shift()?.place);
          const taken = inside.filter(({ place }) => place.kind === 'taken');
          expect(admission.size).to.equal(taken.length).and.to.be.at.most(limits.inAll);
          expect(taken.filter((each) => each.key === key).length).to.be.at.most(limits.inOneConversation);
        }
        for (const { place } of inside) leave(place);
        expect(admission.size).to.equal(0);
        expect(admission.enter('a', false).kind).to.equal('taken');
      }),
    );
  });
});

const leave = (place: Place | undefined): void => {
  if (place?.kind === 'taken') place.leave();
};
