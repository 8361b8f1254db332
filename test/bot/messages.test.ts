import { expect } from 'chai';
import { activityOf, post, say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

describe('POST /api/messages', () => {
  let service: RunningService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  it('answers a question and says which topic it answered', async () => {
    const { match, text } = await say(service.url, 'ask', 'How many hours a week is an IOP?');
    expect(match.topics).to.include('iop-hours');
    expect(text).to.match(/at least 9 hours/i);
  });

  it('starts the screening with its first question', async () => {
    const { screening, buttons } = await say(service.url, 'screen', 'start the screening');
    expect(screening).to.deep.equal({ question: 'safe', outcome: null, rule: null });
    expect(buttons.length).to.be.at.least(4);
  });

  it('takes a pressed option as the answer and asks the next question', async () => {
    const first = await say(service.url, 'press', 'start the screening');
    const second = await say(service.url, 'press', first.buttons[0] ?? '');
    expect(second.screening?.question).to.equal('body');
  });

  it('puts 988 and 911 in front of someone in immediate danger', async () => {
    const { risk, text } = await say(service.url, 'danger', 'I am going to kill myself tonight');
    expect(risk.tier).to.equal('immediate');
    expect(risk.signals).to.not.be.empty;
    expect(text).to.include('988').and.include('911');
  });

  it('gives a resent message the same replies, word for word', async () => {
    const activity = JSON.stringify(activityOf('twice', 'what is an IOP?'));
    const [first, second] = [
      await (await post(service.url, activity)).text(),
      await (await post(service.url, activity)).text(),
    ];
    const textsOf = (body: string) =>
      JSON.parse(body).activities.map(({ text, value }: { text: string; value: unknown }) => [text, value]);
    expect(textsOf(second)).to.deep.equal(textsOf(first));
  });

  it('greets in the language of the page', async () => {
    const { text } = await say(service.url, 'page', '', {
      type: 'conversationUpdate',
      locale: 'es-US',
      membersAdded: [{ id: 'person' }],
    });
    expect(text).to.include('Hola');
  });

  it('never logs what a person wrote', async () => {
    await say(service.url, 'secret', 'my name is Quentin Zyxwvut and i want to die');
    expect(service.logged()).to.not.match(/zyxwvut|want to die/i);
  });

  const refusals: readonly (readonly [string, string, number, Record<string, string>?])[] = [
    ['JSON that is cut off', '{"type": "mess', 400],
    ['a body that is a list', '[1, 2]', 400],
    ['an activity without a type', JSON.stringify({ ...activityOf('bad', 'x'), type: undefined }), 400],
    ['an activity without a sender', JSON.stringify({ ...activityOf('bad', 'x'), from: undefined }), 400],
    [
      'an activity without a conversation',
      JSON.stringify({ ...activityOf('bad', 'x'), conversation: {} }),
      400,
    ],
    ['a text that is a number', JSON.stringify(activityOf('bad', 'x', { text: 7 })), 400],
    ['a body of one megabyte', JSON.stringify(activityOf('bad', 'x'.repeat(1_000_000))), 413],
    ['another content type', '<activity/>', 415, { 'Content-Type': 'text/xml' }],
    ['a packed body', 'x', 415, { 'Content-Encoding': 'gzip' }],
    ['an empty object', '{}', 400],
  ];
  for (const [what, body, status, headers] of refusals) {
    it(`refuses ${what} in one plain sentence`, async () => {
      const response = await post(service.url, body, headers);
      const answer = await response.text();
      expect(response.status).to.equal(status);
      expect(JSON.parse(answer).error.message).to.be.a('string');
      expect(answer).to.not.match(/\bat .*:\d+|node_modules|Error:/);
    });
  }

  it('answers politely to a message without text', async () => {
    const { status, text } = await say(service.url, 'empty', '', { text: undefined });
    expect(status).to.equal(200);
    expect(text).to.include('words');
  });

  it('answers on a channel that it does not know in plain text', async () => {
    const { status, text } = await say(service.url, 'unknown', 'what is PHP?', {
      channelId: 'carrier-pigeon',
    });
    expect(status).to.equal(200);
    expect(text).to.include('partial hospitalization');
  });

  it('refuses the development channel in production', async () => {
    const production = await startService({
      NODE_ENV: 'production',
      MicrosoftAppId: 'an-id',
      MicrosoftAppPassword: 'x',
    });
    try {
      const response = await post(production.url, JSON.stringify(activityOf('any', 'hello')));
      expect(response.status).to.equal(403);
    } finally {
      await production.stop();
    }
  });

  it('answers an unsigned message with a plain 401 where there is an app id', async () => {
    const guarded = await startService({ MicrosoftAppId: 'an-id', MicrosoftAppPassword: 'x' });
    try {
      const response = await post(
        guarded.url,
        JSON.stringify(activityOf('any', 'hello', { channelId: 'webchat' })),
      );
      expect(response.status).to.equal(401);
      expect(await response.text()).to.not.match(/stack|jwt|at .*:\d+/i);
    } finally {
      await guarded.stop();
    }
  });

  it('destroys a WebSocket upgrade at once and lives on', async () => {
    const { port } = new URL(service.url);
    const { connect } = await import('node:net');
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'GET /api/messages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
        ),
      );
      socket
        .on('close', () => resolve())
        .on('error', reject)
        .resume();
    });
    expect((await fetch(`${service.url}/healthz`)).status).to.equal(200);
  });

  it('shows its health and its figures', async () => {
    expect((await fetch(`${service.url}/readyz`)).status).to.equal(200);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics)
      .to.match(/bot_turns_total\{channel="emulator",outcome="answered"\} [1-9]/)
      .and.match(/bot_crisis_referrals_total\{tier="immediate",category="self-harm"\} [1-9]/);
  });
});
