import { expect } from 'chai';
import type { Activity } from 'botbuilder';
import { Channel } from '../../support/connector/channel.ts';
import { knowledge } from '../../support/knowledge.ts';
import type { Call } from '../../support/connector/connector.ts';

const { said } = knowledge().texts.en.screening;

describe('the card of a question in Teams', () => {
  let channel: Channel;
  let count = 0;
  beforeEach(async () => {
    channel = await Channel.open();
  });
  afterEach(() => channel.close());

  const says = (text: string) => channel.seenAfter('msteams.personal.message', { id: next(), text });
  const presses = (choice: string) =>
    channel.seenAfter('msteams.personal.cardSubmit', { id: next(), value: { choice } });
  const next = (): string => `1:${(count += 1)}`;
  const updates = (): readonly Call[] => channel.connector.calls.filter(({ method }) => method === 'PUT');
  const cardOn = ({ attachments = [] }: Partial<Activity>): string => JSON.stringify(attachments);

  it('is replaced by the question with the answer and without buttons, once it is pressed', async () => {
    const asked = await says('start the screening');
    const [first] = channel.connector.calls.filter(({ activity }) => activity.attachments);
    const sent = first?.answered;
    const id = typeof sent === 'object' && sent.body && 'id' in sent.body ? sent.body.id : undefined;
    await presses('safe=no');
    expect(updates()).to.have.length(1);
    const [update] = updates();
    expect(update?.activityId).to.equal(id).and.be.a('string');
    expect(update?.activity.text).to.equal(undefined);
    expect(asked).to.include(update?.activity.summary).and.include('1 of about 12');
    expect(cardOn(update?.activity ?? {}))
      .to.match(/"text":"No"/)
      .and.include('1 of about 12')
      .and.not.include('Action.');
  });

  it('is replaced after the next question is on its way, so that nobody waits for it', async () => {
    await says('start the screening');
    await presses('safe=no');
    const methods = channel.connector.calls.map(({ method }) => method);
    expect(methods.at(-1)).to.equal('PUT');
    expect(methods.filter((method) => method === 'PUT')).to.have.length(1);
  });

  it('is replaced when the answer is typed as a number, and without an answer when it is told in words', async () => {
    await says('start the screening');
    await says('1');
    expect(cardOn(updates().at(-1)?.activity ?? {})).to.match(/"text":"No/);
    await says('why do you ask');
    expect(updates()).to.have.length(2);
    expect(cardOn(updates().at(-1)?.activity ?? {}))
      .to.include('2 of about 12')
      .and.not.match(/Action\.|emphasis/);
  });

  it('keeps its buttons while its question is open', async () => {
    await says('start the screening');
    await channel.seenAfter('msteams.messageReaction', { id: next() });
    expect(updates()).to.deep.equal([]);
  });

  it('is replaced without an answer in danger, after the help', async () => {
    await says('start the screening');
    const help = await presses('safe=act');
    expect(help).to.include('988');
    expect(channel.connector.calls.at(-1)?.method).to.equal('PUT');
    expect(updates()).to.have.length(1);
  });

  for (const trouble of [{ status: 500 }, { status: 404 }, 'reset'] as const)
    it(`does no harm where it can not be replaced (${JSON.stringify(trouble)})`, async () => {
      await says('start the screening');
      channel.connector.meetNext({ after: Promise.resolve() }, trouble);
      const second = await presses('safe=no');
      expect(second).to.match(/2 of/i);
      expect(await presses('body=no')).to.match(/3 of/i);
      const metrics = await (await fetch(`${channel.service.url}/metrics`)).text();
      expect(metrics).to.include('bot_faults_total{code="card-update"} 1');
    });

  it('is not replaced where the channel gave it no id', async () => {
    channel.connector.meetAll({ status: 200, body: {} });
    await says('start the screening');
    channel.connector.meetAll(undefined);
    expect(await presses('safe=no')).to.match(/2 of/i);
    expect(updates()).to.deep.equal([]);
  });

  it('never answers the question of now when it is an old one, and says so', async () => {
    await says('start the screening');
    await presses('safe=no');
    const second = await presses('safe=no');
    expect(second).to.include(said.stale).and.match(/2 of/);
    await presses('body=no');
    await says('stop');
    const closed = await presses('age=adult');
    expect(closed)
      .to.include(said.staleClosed)
      .and.not.match(/\d of \d/);
  });

  it('says help in danger, however old it is', async () => {
    await says('start the screening');
    await presses('safe=no');
    expect(await presses('safe=act')).to.include('988');
  });
});
