import { expect } from 'chai';
import { SigningKeys } from '../../../bot/connector/signing-keys.ts';
import { Channel } from '../../support/connector/channel.ts';
import { BotFramework } from '../../support/connector/bot-framework.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('the signing keys', () => {
  let framework: BotFramework;
  let now: number;
  let failures: number;
  let keys: SigningKeys;
  beforeEach(async () => {
    framework = await BotFramework.start();
    now = Date.parse('2026-11-23T12:00:00Z');
    failures = 0;
    keys = new SigningKeys({
      metadataUrl: framework.cloud.metadataUrl,
      clock: () => new Date(now),
      failed: () => (failures += 1),
    });
  });
  afterEach(() => framework.close());

  const failing = (id: string): Promise<string> =>
    keys.find(id).then(
      () => 'found',
      (error: Error) => error.name,
    );

  it('are fetched once, however many messages come at the same time', async () => {
    const id = await framework.addKey();
    await Promise.all(Array.from({ length: 20 }, () => keys.find(id)));
    expect(framework.asked).to.have.length(2);
  });

  it('are fetched anew when a token names one that is not known', async () => {
    await keys.refresh();
    const rotated = await framework.addKey(['sms']);
    now += 2 * minute;
    expect((await keys.find(rotated))?.endorsements).to.deep.equal(['sms']);
  });

  it('are not fetched for each key that somebody invents', async () => {
    for (let count = 0; count < 100; count += 1)
      expect(await keys.find(`invented-${count}`)).to.equal(undefined);
    expect(framework.asked).to.have.length(2);
  });

  it('go on working for days while the endpoint is away, and are fetched once it is back', async () => {
    const id = await framework.addKey();
    await keys.find(id);
    framework.keysAway = true;
    now += 3 * day;
    expect(await keys.find(id)).to.not.equal(undefined);
    await keys.refresh();
    expect(failures).to.equal(1);
    framework.withdrawKey(id);
    framework.keysAway = false;
    now += minute;
    await keys.find(id);
    await keys.refresh();
    expect(await keys.find(id)).to.equal(undefined);
  });

  it('say that they can not tell, not that a token is wrong, while there are none', async () => {
    framework.keysAway = true;
    expect(await failing('any')).to.equal('KeysUnavailable');
    expect(await failing('any')).to.equal('KeysUnavailable');
    expect(framework.asked).to.have.length(1);
    framework.keysAway = false;
    now += 6_000;
    expect(await failing('any')).to.equal('found');
  });

  it('of a kind that is not known do not cost the others, and one without endorsements has none', async () => {
    const curve = await framework.addKey(['sms'], 'ES256');
    const plain = await framework.addKey(null);
    expect(await keys.find(curve)).to.equal(undefined);
    expect((await keys.find(plain))?.endorsements).to.deep.equal([]);
  });
});

describe('a message while the signing keys can not be fetched', () => {
  it('gets 503, so that it is sent again, and is answered then', async () => {
    let now = Date.now();
    const channel = await Channel.open({}, { clock: () => new Date(now) });
    try {
      const rotated = await channel.framework.addKey();
      channel.framework.keysAway = true;
      now += 2 * minute;
      const activity = channel.said('what is an iop');
      const away = await channel.deliver(activity, {}, rotated);
      expect(away.status).to.equal(503);
      expect(await away.text()).to.not.match(/key|fetch|at .*:\d+/i);
      channel.framework.keysAway = false;
      now += minute;
      expect((await channel.deliver(activity, {}, rotated)).status).to.equal(200);
      expect(channel.connector.read).to.match(/outpatient/);
    } finally {
      await channel.close();
    }
  });
});
