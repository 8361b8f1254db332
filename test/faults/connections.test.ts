import { expect } from 'chai';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connectionLimits } from '../../bot/connection-limits.ts';
import { activityOf, post, say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

const head = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const danger = 'i am going to kill myself tonight';

describe('connections', function () {
  this.timeout(30_000);
  let service: RunningService;
  const sockets: Socket[] = [];
  before(async () => {
    const connections = { ...connectionLimits, headers: 300, request: 600, connections: 20 };
    service = await startService({}, { connections });
  });
  after(() => service.stop());
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  const open = async (text: string): Promise<Socket> => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    sockets.push(socket.on('error', () => undefined));
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  const answerOf = async (socket: Socket): Promise<string> => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    if (!socket.closed) await once(socket, 'close');
    return text;
  };

  for (const [what, begin, more] of [
    ['headers that come byte by byte', 'POST /api/messages HTTP/1.1\r\nHost: x\r\n', 'X-A: 1\r\n'],
    ['a body that comes byte by byte', `${head}Content-Length: 5000\r\n\r\n{`, ' '],
    ['a body in endless pieces', `${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
  ] as const)
    it(`ends a request of ${what}, and answers danger meanwhile`, async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => open(begin)));
      const drip = setInterval(() => all.forEach((socket) => socket.writable && socket.write(more)), 50);
      const answers = Promise.all(all.map(answerOf));
      expect((await say(service.url, what, danger)).text).to.include('988');
      for (const text of await answers) expect(text).to.match(/^(HTTP\/1.1 408|$)/);
      clearInterval(drip);
    });

  it('refuses headers beyond 16 KB with 431, and more than 100 of them do no harm', async () => {
    const large = await open(`${head}X-Large: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(await answerOf(large)).to.match(/^HTTP\/1.1 431/);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x-h${index}`, '1']));
    const response = await post(service.url, JSON.stringify(activityOf('many', danger)), many);
    expect(response.status).to.be.oneOf([200, 415]);
  });

  it('takes no more connections than it has room for, and new ones once there is', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => open('')));
    await Promise.race(all.map((socket) => once(socket.resume(), 'close')));
    for (const socket of all) socket.destroy();
    await Promise.all(all.filter(({ closed }) => !closed).map((socket) => once(socket, 'close')));
    expect((await say(service.url, 'again', danger)).text).to.include('988');
  });

  it('lives on when the other side breaks off in the middle', async () => {
    for (const text of [head, `${head}Content-Length: 50\r\n\r\n{"type"`, 'no http at all\r\n\r\n'])
      (await open(text)).resetAndDestroy();
    const whole = JSON.stringify(activityOf('gone', danger));
    const gone = await open(`${head}Content-Length: ${whole.length}\r\n\r\n${whole}`);
    gone.resetAndDestroy();
    expect((await say(service.url, 'gone', danger)).status).to.equal(200);
  });

  for (const depth of [65, 5_000])
    it(`refuses a body that is nested ${depth} levels deep in one sentence`, async () => {
      const [begin, end] = JSON.stringify(activityOf('deep', danger, { value: 'here' })).split('"here"');
      const response = await post(service.url, `${begin}${'['.repeat(depth)}${']'.repeat(depth)}${end}`);
      expect(response.status).to.equal(400);
      expect(await response.text()).to.include('nested too deep');
    });

  it('judges the words of a body that is nested as deep as a real one, brackets in texts not counted', async () => {
    const value = JSON.parse(`${'{"a":'.repeat(20)}"${'['.repeat(500)}"${'}'.repeat(20)}`) as unknown;
    expect((await say(service.url, 'real', danger, { value })).text).to.include('988');
  });

  it('is not changed by names that JavaScript has a meaning for', async () => {
    const plain = JSON.stringify(activityOf('proto', danger)).slice(1);
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const value = `{"polluted":true,"choice":"safe=no","prototype":{"polluted":true}}`;
      for (const body of [`{"${name}":${value},${plain}`, `{"value":{"${name}":${value}},${plain}`]) {
        const response = await post(service.url, body);
        expect(response.status).to.equal(200);
        expect(await response.text()).to.include('988');
      }
    }
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect((await say(service.url, name, danger)).text).to.include('988');
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('says of each answer for programs what it is, and that nobody is to keep it', async () => {
    for (const path of ['/healthz', '/metrics', '/nothing/here']) {
      const { headers } = await fetch(service.url + path);
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('cache-control'), path).to.equal('no-store');
      expect(headers.get('x-powered-by'), path).to.equal(null);
    }
  });
});
