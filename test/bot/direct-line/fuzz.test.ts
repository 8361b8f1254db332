import { request } from 'node:http';
import { expect } from 'chai';
import {
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  jsonValue,
  oneof,
  option,
  record,
  string,
  webPath,
} from 'fast-check';
import { startService, type RunningService } from '../../support/service.ts';
import { Visitor } from './visitor.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
interface Got {
  readonly status: number;
  readonly text: string;
}

/** Sends what fetch would mend or refuse. */
const send = (base: string, { body, headers, ...options }: Sent): Promise<Got> =>
  new Promise((resolve, reject) => {
    const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(base, { ...options, headers: all, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const visible = string({ unit: 'binary-ascii' }).map((text) => text.replaceAll(/[^\x21-\x7e]/g, ''));
const activity = record(
  {
    type: constantFrom('message', 'event', 'x'),
    text: string(),
    value: jsonValue(),
    channelData: jsonValue(),
  },
  { requiredKeys: [] },
);
const headers = dictionary(
  constantFrom('content-type', 'origin', 'x-forwarded-host', 'content-encoding', 'sec-fetch-site', 'referer'),
  oneof(visible, constantFrom('gzip', 'null', 'same-origin', 'https://x', 'application/json')),
);
const body = oneof({ weight: 2, arbitrary: activity }, jsonValue()).map((value) => JSON.stringify(value));

const methods = constantFrom('GET', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'HEAD');

/** Any call that somebody might make who has a token, or none; most go to routes that there are. */
const calls = (conversation: string, token: string) => {
  const own = `/conversations/${conversation}`;
  const post = (path: string) => ({ method: 'POST', path });
  const routes = constantFrom(
    ...[`${own}/activities`, `${own}/activities`, `${own}/upload`].map(post),
    ...['/conversations', '/tokens/generate', '/tokens/refresh'].map(post),
    ...[own, `${own}/activities`, `${own}/stream`].map((path) => ({ method: 'GET', path })),
    { method: 'DELETE', path: own },
  );
  const odd = record({
    method: methods,
    path: oneof(
      webPath(),
      constantFrom(own, `${own}/`, '/conversations/x', '/conversations/%zz', '/%', '//'),
    ),
  });
  return record({
    call: oneof({ weight: 4, arbitrary: routes }, odd),
    query: option(visible, { nil: 'watermark=1' }),
    bearer: oneof({ weight: 8, arbitrary: constantFrom(token) }, constantFrom('k'.repeat(32)), visible),
    headers: oneof({ weight: 3, arbitrary: constantFrom({}) }, headers),
    body: oneof({ weight: 5, arbitrary: body }, string()),
  });
};

describe('Direct Line', () => {
  let service: RunningService;
  let now = Date.parse('2026-11-23T10:00:00Z');
  before(async () => {
    service = await startService({ DIRECT_LINE_KEY: 'k'.repeat(32) }, { clock: () => new Date(now) });
  });
  after(() => service.stop());

  it('never answers with a fault, whatever the route, the token and the body, and always says what is wrong', async () => {
    const visitor = await Visitor.arrive(service.url);
    const { conversation, token } = visitor;
    await assert(
      asyncProperty(
        calls(conversation, token),
        async ({ call: { method, path }, query, bearer, ...given }) => {
          now += 2_000;
          const target = `/v3/directline${path}?${query}`.replaceAll(/[^\x21-\x7e]|#/g, '');
          const got = await send(service.url, {
            method,
            path: target,
            headers: { ...given.headers, authorization: `Bearer ${bearer}` },
            body: ['GET', 'HEAD'].includes(method) ? '' : given.body,
          });
          expect(got.status, `${method} ${target}`).to.be.within(200, 499);
          if (got.status >= 400 && method !== 'HEAD')
            expect(JSON.parse(got.text).error, target).to.have.all.keys('code', 'message');
        },
      ),
      { numRuns: 500 },
    );
    expect((await visitor.say('still there?')).status).to.equal(200);
    expect(service.logged()).to.not.include('fault');
  });
});
