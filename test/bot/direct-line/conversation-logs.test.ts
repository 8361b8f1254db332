import { expect } from 'chai';
import { assert, nat, property } from 'fast-check';
import { ConversationLog } from '../../../bot/direct-line/conversation-log.ts';
import { ConversationLogs } from '../../../bot/direct-line/conversation-logs.ts';
import { LogKeeper } from '../../../bot/direct-line/log-keeper.ts';
import { MemoryStorage } from '../../../bot/storage/memory.ts';

const hour = 3_600_000;
const key = 'k'.repeat(43);
const said = (text: string) => [{ type: 'message', text }];
const silent = { write: () => undefined };

describe('the logs of conversations', () => {
  let now = 0;
  let logs: ConversationLogs;
  const clock = () => new Date(now);
  const open = (conv: string) => logs.open({ conv, key });
  const newLog = (): ConversationLog => {
    const log = new ConversationLog({ chat: { conv: 'a', key }, clock, changed: () => undefined });
    log.restore([]);
    log.beginAnew();
    return log;
  };
  beforeEach(() => {
    const keeper = new LogKeeper({ storage: new MemoryStorage(clock), clock, log: silent });
    logs = new ConversationLogs(clock, keeper);
  });

  it('leave memory when a conversation was quiet for two hours, and end its stream', () => {
    let ended = false;
    open('quiet').append(said('secret'));
    open('quiet').follow({ take: () => undefined, replaced: () => (ended = true) }, '0');
    now += hour;
    open('other');
    now += hour;
    logs.sweep();
    expect([logs.count, ended, logs.find('quiet')]).to.deep.equal([1, true, undefined]);
  });

  it('are at most ten thousand: the quietest goes first', () => {
    for (let index = 0; index < 10_000; index += 1) open(`${index}`);
    open('0').append(said('still here'));
    open('one more');
    expect(logs.count).to.equal(10_000);
    expect(open('0').since('0').activities).to.have.length(1);
    expect(logs.find('1')).to.equal(undefined);
  });

  it('together stay within their space', () => {
    for (let index = 0; index < 160; index += 1) open(`${index}`).append(said('x'.repeat(399_000)));
    logs.sweep();
    expect(logs.count).to.equal(125);
    expect(logs.find('159')?.since('0').activities).to.have.length(1);
  });

  it('each stay within their space too: what was said first goes first', () => {
    const log = newLog();
    for (let index = 0; index < 10; index += 1) log.append(said(`${index}`.repeat(100_000)));
    expect(log.size).to.be.lessThan(400_000);
    expect(log.since('0').activities.map(({ text }) => text?.[0])).to.deep.equal(['7', '8', '9']);
  });

  it('keep no word for more than a day, whoever goes on', () => {
    open('a').append(said('old'));
    now += 24 * hour;
    open('a').append(said('new'));
    now += 1;
    logs.sweep();
    const { activities } = open('a').since('0');
    expect(activities.map(({ text }) => text)).to.deep.equal(['new']);
  });

  it('open for nobody whose token has another key', () => {
    open('a').append(said('secret'));
    expect(() => logs.open({ conv: 'a', key: 'x'.repeat(43) })).to.throw('not valid');
  });

  it('keep the latest five hundred activities in order, whatever the watermark', () => {
    assert(
      property(nat(1_200), nat(1_300), (count, watermark) => {
        const log = newLog();
        for (let index = 0; index < count; index += 1) log.append(said(`${index}`));
        const { activities, watermark: end } = log.since(`${watermark}`);
        const first = watermark > count ? Math.max(0, count - 500) : Math.max(watermark, count - 500);
        expect(end).to.equal(`${count}`);
        expect(activities.map(({ text }) => Number(text))).to.deep.equal(
          Array.from({ length: count - first }, (_, index) => first + index),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('give everything for a watermark that is none', () => {
    const log = newLog();
    log.append(said('a'));
    for (const watermark of ['', '-1', 'x', '1.5', '99', 'NaN', 'Infinity'])
      expect(log.since(watermark).activities, watermark).to.have.length(1);
  });
});
