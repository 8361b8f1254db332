import { expect } from 'chai';
import { assert, asyncProperty, string } from 'fast-check';
import { StorageError } from '../../bot/errors.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { knowledge } from '../support/knowledge.ts';
import { activityOf, post, say } from '../support/emulator.ts';
import { figuresOf, sumOf } from '../support/figures.ts';
import { startService, type RunningService } from '../support/service.ts';

const { labels: allowed } = createMetrics();

describe('the figures', () => {
  let service: RunningService;
  beforeEach(async () => {
    service = await startService();
  });
  afterEach(async () => service.stop());

  const outcomeOf = async (conversation: string, text: string, more: object = {}): Promise<string> => {
    const turns = async () =>
      (await figuresOf(service.url)).filter(({ name, value }) => name === 'bot_turns_total' && value > 0);
    const before = new Map((await turns()).map(({ labels, value }) => [labels['outcome'], value]));
    await say(service.url, conversation, text, more);
    const grown = (await turns()).filter(({ labels, value }) => value !== before.get(labels['outcome']));
    return grown.map(({ labels }) => `${labels['channel']}: ${labels['outcome']}`).join(', ');
  };

  it('tell what became of each message', async () => {
    const said = [
      ['a', 'what is an iop', 'answered'],
      ['a', 'source', 'source'],
      ['a', 'thanks, that helped', 'feedback'],
      ['a', 'ok', 'small-talk'],
      ['a', 'hello', 'small-talk'],
      ['a', 'do you know a good recipe for banana bread', 'no-answer'],
      ['a', 'restart', 'command'],
      ['a', 'start the screening', 'screening'],
      ['a', 'no', 'screening'],
      ['b', 'i am going to kill myself tonight', 'crisis'],
      ['b', 'i can not call anyone', 'crisis-follow-up'],
    ] as const;
    for (const [conversation, text, outcome] of said)
      expect(await outcomeOf(conversation, text), text).to.equal(`emulator: ${outcome}`);
    expect(await outcomeOf('c', '', { attachments: [{ contentType: 'image/png' }] })).to.match(/unsupported/);
    expect(await outcomeOf('d', 'what is an iop', { id: 'same' })).to.match(/answered/);
    expect(await outcomeOf('d', 'what is an iop', { id: 'same' })).to.match(/resent/);
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'person' }] };
    expect(await outcomeOf('e', '', joined)).to.match(/welcome/);
    const figures = await figuresOf(service.url);
    expect(sumOf(figures, 'bot_risk_judged_total', { tier: 'immediate' })).to.equal(1);
    expect(sumOf(figures, 'bot_crisis_reply_seconds_count')).to.equal(
      sumOf(figures, 'bot_crisis_referrals_total'),
    );
    expect(sumOf(figures, 'bot_storage_seconds_count', { operation: 'save' })).to.be.above(10);
  });

  it('begin at 0, so that the first fault of a kind is an increase', async () => {
    const figures = await figuresOf(service.url);
    for (const code of ['crisis-unsent', 'sign-in', 'storage-load', 'unhandled-rejection'])
      expect(figures.filter(({ name, labels }) => name === 'bot_faults_total' && labels['code'] === code))
        .to.have.length(1)
        .and.satisfy(([only]: { value: number }[]) => only?.value === 0);
  });

  it('have no label that a caller chose, whatever comes in', async () => {
    const odd = string({ minLength: 1, maxLength: 90 });
    await assert(
      asyncProperty(odd, odd, odd, async (channelId, id, text) => {
        const more = { channelId, id, from: { id }, locale: text };
        await post(service.url, JSON.stringify(activityOf(id, text, more)), { traceparent: 'odd' });
      }),
      { numRuns: 60 },
    );
    const topics = new Set([...knowledge().entries.keys(), 'none']);
    const seen = (await figuresOf(service.url)).filter(({ name }) => name.startsWith('bot_'));
    for (const { name, labels } of seen) {
      const known = allowed.get(name) ?? allowed.get(name.replace(/_(bucket|sum|count)$/, ''));
      for (const [label, value] of Object.entries(labels).filter(([each]) => each !== 'le')) {
        const values = known?.[label];
        const found = values === 'topics' ? topics.has(value) : values?.includes(value);
        expect(found, `${name}{${label}="${value}"}`).to.equal(true);
      }
    }
    expect(sumOf(seen, 'bot_turns_total', { channel: 'other' })).to.be.above(40);
  });
});

describe('the figures of a service whose store is away', () => {
  it('are there, and tell what the store did not do', async () => {
    const refuse = () => Promise.reject(new StorageError('it is full', { code: 'SQLITE_FULL' }));
    const away: Storage = Object.assign(new MemoryStorage(), { load: refuse, save: refuse, ping: refuse });
    const service = await startService({}, { storage: away });
    try {
      expect((await say(service.url, 'a', 'what is an iop')).status).to.equal(200);
      expect((await fetch(`${service.url}/readyz`)).status).to.equal(503);
      const figures = await figuresOf(service.url);
      for (const operation of ['load', 'ping'])
        expect(
          sumOf(figures, 'bot_storage_errors_total', { operation, code: 'full' }),
          operation,
        ).to.be.above(0);
      expect(sumOf(figures, 'bot_faults_total', { code: 'storage-load' })).to.be.above(0);
      expect(sumOf(figures, 'bot_faults_total', { code: 'not-ready' })).to.equal(1);
    } finally {
      await service.stop();
    }
  });
});
