import { expect } from 'chai';
import { ConversationStore } from '../../bot/conversation-store.ts';
import { StorageError } from '../../bot/errors.ts';
import type { Incoming } from '../../bot/incoming.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { TurnRunner } from '../../bot/turn.ts';
import { readDocument } from '../../bot/turn-document.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { knowledge } from '../support/knowledge.ts';

const quiet = { write: () => {} };
const channel = { shared: false, pageLength: undefined };
const now = new Date('2026-11-23T12:00:00Z');

const said = (text: string, activityId: string, conversation = 'c'): Incoming => ({
  conversation,
  activityId,
  channelId: 'directline',
  message: { kind: 'text', text, channel },
});

const runnerOn = (storage: Storage, known = knowledge()): TurnRunner =>
  new TurnRunner({
    knowledge: known,
    store: new ConversationStore(storage, 50, 30),
    clock: () => now,
    log: quiet,
    metrics: createMetrics(),
  });

const run = async (runner: TurnRunner, incoming: Incoming, taken = true): Promise<readonly Reply[]> => {
  const all: Reply[] = [];
  await runner.run(incoming, async (replies) => {
    all.push(...replies);
    return taken ? 'taken' : 'held';
  });
  return all;
};

const kindsOf = (replies: readonly Reply[]) => replies.map(({ kind }) => kind);

/** A store that fails, or hangs, at will: the outside world, which is all that may be pretended. */
const brokenStorage = (fault: () => Promise<never>): Storage => ({
  load: fault,
  save: fault,
  sweep: fault,
  ping: fault,
  close: async () => {},
});
const refusing = () => Promise.reject(new StorageError('refused'));
const silent = () => new Promise<never>(() => {});

describe('a turn', () => {
  it('judges what a message tells by itself once, before all else, and in its context where there is one', async () => {
    const contexts: unknown[] = [];
    const { risk } = knowledge();
    const assess: typeof risk.assess = (text, context) => {
      contexts.push(context);
      return risk.assess(text, context);
    };
    const runner = runnerOn(new MemoryStorage(), { ...knowledge(), risk: { assess } });
    await run(runner, said('what is an iop', '1'));
    expect(contexts).to.deep.equal([undefined]);
    await run(runner, said('i want to kill myself', '2'));
    expect(contexts.splice(0)).to.deep.equal([undefined, undefined]);
    expect(kindsOf(await run(runner, said('yes', '3')))).to.include('crisis');
    expect(contexts).to.have.length(2).and.to.include(undefined);
  });

  it('gives nothing to a resend of a message whose replies were sent', async () => {
    const runner = runnerOn(new MemoryStorage());
    expect(kindsOf(await run(runner, said('what is an iop', '1')))).to.include('answer');
    expect(await run(runner, said('what is an iop', '1'))).to.deep.equal([]);
  });

  it('gives the same replies again to a resend of a message whose replies did not arrive', async () => {
    const runner = runnerOn(new MemoryStorage());
    const first = await run(runner, said('what is an iop', '1'), false);
    expect(await run(runner, said('what is an iop', '1'))).to.deep.equal(first);
  });

  it('loses no answer when two processes take the messages of one conversation at once', async () => {
    const storage = new MemoryStorage();
    const runners = [runnerOn(storage), runnerOn(storage)] as const;
    await run(runners[0], said('start the screening', 'a0'));
    const messages = Array.from({ length: 20 }, (_, index) => said('what is an iop', `b${index}`));
    const all = await Promise.all(
      messages.map((message, index) => run(runners[index % 2 === 0 ? 0 : 1], message)),
    );
    for (const replies of all) expect(kindsOf(replies)).to.include('answer');
    const document = readDocument((await storage.load('c'))?.document);
    const known = document?.answered.map(({ id }) => id);
    expect(known).to.have.members(messages.map(({ activityId }) => activityId));
    expect(document?.memory.screening?.status).to.equal('open');
  });

  for (const [what, fault] of [
    ['refuses', refusing],
    ['never answers', silent],
  ] as const) {
    it(`answers a question while the store ${what}, and says what has to wait`, async () => {
      const replies = await run(runnerOn(brokenStorage(fault)), said('what is an iop', '1'));
      expect(kindsOf(replies)).to.include('answer');
      expect(JSON.stringify(replies)).to.include('can not keep track');
    });

    it(`gives the crisis reply first and at once while the store ${what}`, async () => {
      const runner = runnerOn(brokenStorage(fault));
      const order: string[] = [];
      const done = runner.run(said('i am going to kill myself tonight', '1'), async (replies) => {
        order.push(...kindsOf(replies));
        return 'taken';
      });
      expect(order).to.deep.equal(['crisis']);
      await done;
      expect(order.filter((kind) => kind === 'crisis')).to.have.length(1);
    });
  }

  it('does not give the same crisis words twice in a row', async () => {
    const runner = runnerOn(new MemoryStorage());
    const leadOf = (replies: readonly Reply[]) =>
      replies.flatMap((reply) => (reply.kind === 'crisis' ? [reply.lead] : []));
    const first = leadOf(await run(runner, said('i am going to kill myself tonight', '1')));
    const second = leadOf(await run(runner, said('i will kill myself, i have the pills here', '2')));
    expect(first).to.have.length(1);
    expect(second).to.have.length(1);
    expect(second).to.not.deep.equal(first);
  });

  it('asks nothing personal in a crisis where others read along', async () => {
    const group = { ...said('i am going to kill myself tonight', '1') };
    const shared: Incoming = {
      ...group,
      message: { ...group.message, channel: { ...channel, shared: true } },
    };
    const [reply] = await run(runnerOn(new MemoryStorage()), shared);
    expect(reply).to.deep.include({ kind: 'crisis', question: undefined, choices: [] });
  });

  it('stores nothing that a person wrote', async () => {
    const storage = new MemoryStorage();
    const runner = runnerOn(storage);
    await run(runner, said('my name is Quentin Zyxwvut, what is an iop', '1'));
    await run(runner, said('i feel like ending it, says Zyxwvut', '2'));
    expect(JSON.stringify(await storage.load('c'))).to.not.match(/zyxwvut/i);
  });

  it('leaves nothing in the store after "delete my data"', async () => {
    const storage = new MemoryStorage();
    const runner = runnerOn(storage);
    await run(runner, said('start the screening', '1'));
    await run(runner, said('stop', '2'));
    await run(runner, said('delete my data', '3'));
    expect(await storage.load('c')).to.equal(undefined);
  });
});
