import { expect } from 'chai';
import { assert, nat, property } from 'fast-check';
import { ConversationLog } from '../../../bot/direct-line/conversation-log.ts';
import { ConversationLogs } from '../../../bot/direct-line/conversation-logs.ts';

const hour = 3_600_000;
const said = (text: string) => [{ type: 'message', text }];

describe('the logs of conversations', () => {
  let now = 0;
  let logs: ConversationLogs;
  beforeEach(() => (logs = new ConversationLogs(() => new Date(now))));

  it('forget a conversation that was quiet for two hours, and end its stream', () => {
    let ended = false;
    logs.open('quiet').append(said('secret'));
    logs.open('quiet').follow({ take: () => undefined, replaced: () => (ended = true) });
    now += hour;
    logs.open('other');
    now += hour;
    logs.sweep();
    expect([logs.count, ended]).to.deep.equal([1, true]);
    expect(logs.open('quiet').since('0').activities).to.have.length(0);
  });

  it('are at most ten thousand: the quietest goes first', () => {
    for (let index = 0; index < 10_000; index += 1) logs.open(`${index}`);
    logs.open('0').append(said('still here'));
    logs.open('one more');
    expect(logs.count).to.equal(10_000);
    expect(logs.open('0').since('0').activities).to.have.length(1);
  });

  it('together stay within their space', () => {
    for (let index = 0; index < 60; index += 1) logs.open(`${index}`).append(said('x'.repeat(1_000_000)));
    logs.sweep();
    expect(logs.count).to.equal(49);
    expect(logs.open('59').since('0').activities).to.have.length(1);
  });

  it('keep the latest five hundred activities in order, whatever the watermark', () => {
    assert(
      property(nat(1_200), nat(1_300), (count, watermark) => {
        const log = new ConversationLog();
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
    const log = new ConversationLog();
    log.append(said('a'));
    for (const watermark of ['', '-1', 'x', '1.5', '99', 'NaN', 'Infinity'])
      expect(log.since(watermark).activities, watermark).to.have.length(1);
  });
});
