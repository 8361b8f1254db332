import { expect } from 'chai';
import { StorageError } from '../../bot/errors.ts';
import { createLog } from '../../bot/log.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import { Channel } from '../support/connector/channel.ts';
import { activityOf, post } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

const parent = 'b7ad6b7169203331';
const traceparent = (id: string) => `00-${id}-${parent}-01`;
const idOf = (digit: string) => digit.repeat(32);

class AwayStorage extends MemoryStorage {
  override load() {
    return Promise.reject(new StorageError('refused'));
  }
}

interface Line {
  readonly event: string;
  readonly trace_id?: string;
}

describe('the trace of a request', () => {
  let service: RunningService;
  let lines: Line[];
  before(async () => {
    lines = [];
    const log = createLog('debug', { write: (line) => void lines.push(JSON.parse(line) as Line) });
    service = await startService({}, { log, storage: new AwayStorage() });
  });
  after(async () => service.stop());
  beforeEach(() => void (lines.length = 0));

  const send = async (conversation: string, headers: Record<string, string>): Promise<Response> =>
    post(service.url, JSON.stringify(activityOf(conversation, 'what is an iop')), headers);

  it('stands in each of its log lines, those of the store among them, and in no other', async () => {
    const ids = ['a', 'b', 'c', 'd'].map(idOf);
    await Promise.all(ids.map((id) => send(id, { traceparent: traceparent(id) })));
    for (const id of ids) {
      const events = lines.filter((line) => line.trace_id === id).map(({ event }) => event);
      expect(events).to.deep.equal(['storage-load', 'taken']);
    }
    expect(lines).to.have.length(8);
  });

  for (const malformed of ['hello', `00-${idOf('0')}-${parent}-01`, `00-${idOf('G')}-${parent}-01`])
    it(`is a new one where what was sent is malformed (${malformed.slice(0, 8)}…), which stands nowhere`, async () => {
      const response = await send('e', { traceparent: malformed });
      const told = JSON.stringify([...response.headers]) + (await response.text());
      expect(lines.length).to.be.above(0);
      expect(new Set(lines.map((line) => line.trace_id)).size).to.equal(1);
      for (const line of lines) expect(line.trace_id).to.match(/^[\da-f]{32}$/);
      expect(JSON.stringify(lines) + told).to.not.include(malformed);
    });

  it('is not told in the answer', async () => {
    const id = idOf('e');
    const response = await send('f', { traceparent: traceparent(id) });
    expect(JSON.stringify([...response.headers]) + (await response.text())).to.not.include(id);
  });

  it('stands in the lines of the website’s messages', async () => {
    const opened = await fetch(`${service.url}/api/directline/token`, { method: 'POST' });
    const { conversationId, token } = (await opened.json()) as { conversationId: string; token: string };
    const id = idOf('f');
    await fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        traceparent: traceparent(id),
      },
      body: JSON.stringify({ type: 'message', text: 'what is an iop' }),
    });
    expect(lines.filter((line) => line.trace_id === id).map(({ event }) => event)).to.include('taken');
  });
});

describe('a call to a connector', () => {
  it('carries the trace of the request that led to it, with an id of its own; so do lines about it', async () => {
    const channel = await Channel.open();
    try {
      const [id, other] = [idOf('1'), idOf('2')];
      const deliver = (trace: string) => {
        const activity = channel.said('what is an iop');
        return channel.deliver(activity, {}, undefined, { traceparent: traceparent(trace) });
      };
      await Promise.all([deliver(id), deliver(other)]);
      const sent = channel.connector.calls.map(({ traceparent: header }) => header ?? '');
      for (const trace of [id, other]) {
        const mine = sent.filter((header) => header.startsWith(`00-${trace}-`));
        expect(mine).to.not.be.empty;
        expect(new Set(mine).size).to.equal(mine.length);
        expect(mine.join(' ')).to.not.include(parent);
        for (const header of mine) expect(header).to.match(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
      }
      channel.connector.meetAll({ status: 503 });
      await deliver(id);
      expect(channel.service.logged()).to.match(new RegExp(`"event":"send-not-taken".*"trace_id":"${id}"`));
    } finally {
      await channel.close();
    }
  });
});
