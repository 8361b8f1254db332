import { expect } from 'chai';
import { ConversationStore } from '../../bot/conversation-store.ts';
import { StorageError } from '../../bot/errors.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import type { SaveOutcome, Storage, Write } from '../../bot/storage/storage.ts';
import { readDocument } from '../../bot/turn-document.ts';
import { TurnRunner } from '../../bot/turn.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { knowledge } from '../support/knowledge.ts';

const quiet = { write: () => {} };
const minute = 60_000;

/** A store that can be told to refuse, or to do its work without ever saying so. */
class FaultyStorage extends MemoryStorage implements Storage {
  loads: 'answered' | 'refused' = 'answered';
  saves: 'answered' | 'refused' | 'unconfirmed' = 'answered';

  override load(key: string) {
    return this.loads === 'refused' ? Promise.reject(new StorageError('refused')) : super.load(key);
  }

  override async save(writes: readonly Write[]): Promise<SaveOutcome> {
    if (this.saves === 'refused') throw new StorageError('refused');
    const outcome = await super.save(writes);
    return this.saves === 'answered' ? outcome : new Promise<never>(() => {});
  }

  /** Nothing works, or everything does again. */
  set away(away: boolean) {
    this.loads = this.saves = away ? 'refused' : 'answered';
  }
}

describe('a conversation while the store is away', () => {
  let storage: FaultyStorage;
  let runner: TurnRunner;
  let now: number;
  let count: number;
  beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
    count = 0;
    const clock = () => new Date(now);
    storage = new FaultyStorage(clock);
    runner = new TurnRunner({
      knowledge: knowledge(),
      store: new ConversationStore(storage, 30, 30),
      clock,
      log: quiet,
      metrics: createMetrics(),
      address: { current: 'https://clinic.example' },
    });
  });

  const say = async (text: string, activityId = `m${(count += 1)}`): Promise<readonly Reply[]> => {
    const all: Reply[] = [];
    now += 1_000;
    const message = { kind: 'text', text, channel: { shared: false, pageLength: undefined } } as const;
    const incoming = { conversation: 'c', activityId, channelId: 'directline', message };
    await runner.run(incoming, async (replies) => {
      all.push(...replies);
      return 'taken';
    });
    return all;
  };
  const question = (replies: readonly Reply[]) => replies.find((reply) => reply.kind === 'ask')?.question;
  const firstOption = (replies: readonly Reply[]): string =>
    replies.flatMap((reply) => (reply.kind === 'ask' ? reply.choices : []))[0]?.label ?? 'no';
  const crisis = (replies: readonly Reply[]) => replies.find((reply) => reply.kind === 'crisis');
  const stored = async () => readDocument((await storage.load('c'))?.document);

  it('goes on with the screening where saves are refused, and is stored once they are not', async () => {
    await say('hello');
    storage.saves = 'refused';
    expect(question(await say('start the screening'))).to.equal('safe');
    expect(question(await say('no'))).to.equal('body');
    expect((await stored())?.memory.screening).to.equal(undefined);
    storage.saves = 'answered';
    await say('no');
    expect((await stored())?.memory.screening?.answers).to.include({ safe: 'no', body: 'no' });
  });

  it('counts a message once whose save was done but never confirmed', async () => {
    await say('what is an iop');
    storage.saves = 'unconfirmed';
    await say('what is php');
    await say('what is inpatient care');
    storage.saves = 'answered';
    await say('what is outpatient care');
    expect((await stored())?.memory.talk?.answers).to.equal(4);
    expect((await stored())?.answered).to.have.length(4);
  });

  it('takes a "yes" to a question about danger for what it is, from the first message on', async () => {
    storage.away = true;
    const asked = crisis(await say('i wish i was dead'));
    expect(asked?.question).to.be.a('string');
    const further = crisis(await say('yes'));
    expect(further?.question).to.be.a('string').and.not.equal(asked?.question);
  });

  it('is still one in danger when the store is back', async () => {
    await say('what is an iop');
    storage.away = true;
    await say('i wish i was dead');
    storage.away = false;
    expect(crisis(await say('yes'))).to.not.equal(undefined);
    const document = await stored();
    expect(document?.memory.risk?.tier).to.equal('concern');
    expect(document?.memory.open).to.deep.include({ kind: 'crisis', asks: 'plan' });
    expect(document?.memory.talk?.answers).to.equal(1);
    expect(document?.memory.lost).to.equal(undefined);
  });

  it('is not answered in other words when the channel resends a message', async () => {
    storage.away = true;
    await say('what is an iop', 'twice');
    expect(await say('what is an iop', 'twice')).to.deep.equal([]);
    storage.away = false;
    expect(await say('what is an iop', 'twice')).to.deep.equal([]);
  });

  it('is not called deleted when it could not be', async () => {
    const { trouble, commands } = knowledge().texts.en.conversation;
    await say('start the screening');
    await say('stop');
    for (const fault of ['refused', 'unconfirmed'] as const) {
      storage.saves = fault;
      expect(JSON.stringify(await say('delete my data'))).to.include(trouble.notDeleted);
    }
    storage.away = true;
    expect(JSON.stringify(await say('delete my data'))).to.include(trouble.notDeleted);
    storage.away = false;
    expect(JSON.stringify(await say('delete my data'))).to.include(commands.deleted);
    expect(await stored()).to.equal(undefined);
  });

  it('names no page of a result that could not be written, and one that could', async () => {
    for (const fault of ['answered', 'refused'] as const) {
      storage.saves = fault;
      let replies = await say('start the screening');
      for (let left = 30; left > 0 && !replies.some(({ kind }) => kind === 'result'); left -= 1)
        replies = await say(firstOption(replies));
      expect(replies.map(({ kind }) => kind)).to.include('result');
      const named = JSON.stringify(replies).includes('clinic.example/summary');
      expect(named, fault).to.equal(fault === 'answered');
    }
  });

  it('is not held for longer than an hour', async () => {
    await say('hello');
    storage.saves = 'refused';
    await say('start the screening');
    now += 61 * minute;
    storage.saves = 'answered';
    await say('hello');
    expect((await stored())?.memory.screening).to.equal(undefined);
  });

  it('goes on when the clock is set back', async () => {
    await say('start the screening');
    now -= 48 * 60 * minute;
    expect(question(await say('no'))).to.equal('body');
    expect(crisis(await say('i am going to kill myself tonight'))?.tier).to.equal('immediate');
  });
});
