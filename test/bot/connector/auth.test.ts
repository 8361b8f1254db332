import { createHmac, createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { generateKeyPair, SignJWT } from 'jose';
import { Channel } from '../../support/connector/channel.ts';
import { claimsOf, type Claims } from '../../support/connector/bot-framework.ts';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

describe('who may post to the service', () => {
  let channel: Channel;
  before(async () => {
    channel = await Channel.open();
  });
  after(() => channel.close());

  const refused = async (response: Response, status = 401): Promise<void> => {
    const body = await response.text();
    expect(response.status).to.equal(status);
    expect(body.length).to.be.below(150);
    expect(body).to.not.match(/jwt|token|audience|issuer|signature|expired|endorse|at .*:\d+/i);
  };

  it('is a channel with a token of the Bot Framework, whose replies are signed in', async () => {
    const response = await channel.deliver(channel.said('what is an iop'));
    expect(response.status).to.equal(200);
    expect(channel.connector.read).to.match(/outpatient/);
    const [signIn] = channel.framework.signIns;
    expect(Object.fromEntries(signIn ?? [])).to.include({
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    });
    expect(channel.connector.calls.every(({ token }) => channel.framework.issued.has(token))).to.equal(true);
  });

  const publishedKey = async () => {
    const answer = await fetch(`${channel.framework.url}/keys`);
    const { keys } = (await answer.json()) as { keys: [{ kid: string; n: string; e: string; kty: string }] };
    return keys[0];
  };

  const wrongClaims: readonly (readonly [string, () => Claims])[] = [
    ['has expired', () => ({ exp: soon(-600), nbf: soon(-4_000) })],
    ['does not say when it expires', () => ({ exp: undefined })],
    ['is not valid yet', () => ({ nbf: soon(600) })],
    ['is for another bot', () => ({ aud: 'another-app' })],
    ['is for nobody', () => ({ aud: undefined })],
    [
      'is from another issuer',
      () => ({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    ],
    ['is from no issuer', () => ({ iss: undefined })],
    ['is for another address', () => ({ serviceurl: 'https://smba.trafficmanager.net/teams/' })],
    ['is for no address', () => ({ serviceurl: undefined })],
  ];
  for (const [what, claims] of wrongClaims)
    it(`is nobody whose token ${what}`, async () =>
      refused(await channel.deliver(channel.said('hi'), claims())));

  it('is a channel whose clock is four minutes off', async () => {
    const response = await channel.deliver(channel.said('hi'), { exp: soon(-240), nbf: soon(-4_000) });
    expect(response.status).to.equal(200);
  });

  it('is nobody whose key is not endorsed for the channel', async () => {
    await refused(await channel.deliver(channel.said('hi', { channelId: 'slack' })));
  });

  it('is nobody without a token, or with one of another kind', async () => {
    const activity = channel.said('hi');
    const headers = [
      undefined,
      'Bearer',
      'Bearer ',
      'Bearer a.b.c',
      'Basic YTpi',
      'Bearer ' + 'x'.repeat(9_000),
    ];
    for (const header of headers) await refused(await channel.deliverWith(activity, header));
  });

  it('is nobody whose token is not signed', async () => {
    const activity = channel.said('hi');
    const claims = encoded(claimsOf(activity.serviceUrl));
    const none = encoded({ alg: 'none', typ: 'JWT' });
    await refused(await channel.deliverWith(activity, `Bearer ${none}.${claims}.`));
    await refused(await channel.deliverWith(activity, `Bearer ${none}.${claims}.c2ln`));
  });

  it('is nobody who signs with the public key as if it were a secret', async () => {
    const activity = channel.said('hi');
    const key = await publishedKey();
    const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const signed = `${encoded({ alg: 'HS256', kid: key.kid })}.${encoded(claimsOf(activity.serviceUrl))}`;
    const mac = createHmac('sha256', pem).update(signed).digest('base64url');
    await refused(await channel.deliverWith(activity, `Bearer ${signed}.${mac}`));
  });

  it('is nobody who signs with a key of their own under a name of ours, or under one that is not known', async () => {
    const activity = channel.said('hi');
    const { privateKey } = await generateKeyPair('RS256');
    const known = (await publishedKey()).kid;
    for (const kid of [known, 'invented', undefined]) {
      const token = await new SignJWT(claimsOf(activity.serviceUrl))
        .setProtectedHeader({ alg: 'RS256', ...(kid === undefined ? {} : { kid }) })
        .sign(privateKey);
      await refused(await channel.deliverWith(activity, `Bearer ${token}`));
    }
  });

  it('is nobody who names no address to answer to', async () => {
    const { serviceUrl, ...activity } = channel.said('hi');
    await refused(await channel.deliverWith(activity, `Bearer ${await channel.framework.token(serviceUrl)}`));
    const empty = { ...channel.said('hi'), serviceUrl: '' };
    await refused(await channel.deliver(empty));
  });

  it('is no channel that wants its replies at a foreign host, whatever its token says', async () => {
    const hosts = [
      'https://evil.example/',
      'http://smba.trafficmanager.net/',
      'https://127.0.0.1@evil.example/',
    ];
    for (const serviceUrl of hosts)
      await refused(await channel.deliver({ ...channel.said('hi'), serviceUrl }), 400);
  });

  it('is told in the figures by reason, and in the log once, with nothing of the request', async () => {
    const before = channel.service.logged();
    for (let count = 0; count < 50; count += 1)
      await channel.deliverWith(channel.said('a secret'), 'Bearer not.a.token');
    expect(await channel.figure('bot_refused_requests_total{reason="malformed"}')).to.be.at.least(50);
    expect(channel.service.logged().length - before.length).to.equal(0);
    expect(before.match(/requests are refused/g)).to.have.length(1);
    expect(before).to.not.match(/secret|Bearer|eyJ/);
  });

  it('does not make the service print to the console', async () => {
    const printed: unknown[] = [];
    const { error, warn } = console;
    Object.assign(console, {
      error: (...parts: unknown[]) => printed.push(parts),
      warn: (...parts: unknown[]) => printed.push(parts),
    });
    try {
      await refused(await channel.deliver(channel.said('hi'), { exp: soon(-600) }));
    } finally {
      Object.assign(console, { error, warn });
    }
    expect(printed).to.deep.equal([]);
  });

  it('is counted under the reason that holds', async () => {
    for (const reason of ['no-token', 'malformed', 'key', 'signature', 'time', 'issuer', 'audience'])
      expect(await channel.figure(`bot_refused_requests_total{reason="${reason}"}`), reason).to.be.at.least(
        1,
      );
    for (const reason of ['endorsement', 'service-url', 'host'])
      expect(await channel.figure(`bot_refused_requests_total{reason="${reason}"}`), reason).to.be.at.least(
        1,
      );
  });
});
