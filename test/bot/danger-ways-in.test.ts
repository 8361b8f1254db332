import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../../knowledge/project-root.ts';
import { StorageError } from '../../bot/errors.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { activityOf, post, say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

const danger = 'i am going to kill myself tonight';

/** A real payload of a channel, answered in the HTTP response. */
const payload = (name: string): object => {
  const file = join(projectRoot(), 'test/payloads', `${name}.json`);
  const { activity } = JSON.parse(readFileSync(file, 'utf8')) as { activity: object };
  return { ...activity, deliveryMode: 'expectReplies', serviceUrl: 'http://127.0.0.1:9' };
};

const long = 'we called three places and left our number with each. '.repeat(200).slice(0, 9_940);

/** Every way in which words of a person reach the service: what is put on top of an activity. */
const ways: Readonly<Record<string, object>> = {
  'plain text': { text: danger },
  'text in capitals with marks': { text: `${danger.toUpperCase()}!!!` },
  "a button's value, as a text": { text: undefined, value: danger },
  'the words that a pressed button shows': { text: danger, value: { choice: 'safe=no' } },
  'a card input': { text: undefined, value: { note: danger, rating: 3 } },
  'a card input beside the option that was pressed': {
    text: undefined,
    value: { choice: 'safe=no', note: danger },
  },
  'a card input inside a group of inputs': { text: undefined, value: { answers: [{ note: danger }] } },
  'a card input beside a harmless text': { text: 'Send', value: { note: danger } },
  'an edited message': { type: 'messageUpdate', text: danger },
  'an attachment of HTML': {
    text: '',
    attachments: [
      { contentType: 'text/html', content: `<div><p>i am going to <b>kill myself</b> tonight</p></div>` },
    ],
  },
  'text inside tags': { text: '<at>bot</at> <p>i am going to kill myself&nbsp;tonight</p>' },
  'the last words of 10,000 characters': { text: `${long} ${danger}` },
  'the first words of 10,000 characters': { text: `${danger}. ${long}` },
  'a message with a picture': {
    text: danger,
    attachments: [{ contentType: 'image/png', contentUrl: 'http://x/y' }],
  },
  'a message in a language of the page that is not its own': { text: danger, locale: 'es-ES' },
};

describe('danger is answered first, with the numbers, whatever way it comes in:', () => {
  let service: RunningService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  for (const [way, more] of Object.entries(ways))
    it(way, async () => {
      const { activities, risk, text } = await say(service.url, `way-${way}`, '', more);
      expect(risk.tier).to.equal('immediate');
      expect(activities[0]?.text).to.include('988').and.include('911');
      expect(text.match(/\*\*[^*]*988[^*]*\*\*/g)).to.have.length(1);
    });

  const channels = {
    'a text message, as its first one': 'sms.message',
    'a personal chat in Teams': 'msteams.personal.message',
    'a group chat in Teams': 'msteams.groupChat.mention',
    'a channel in Teams': 'msteams.channel.mention',
    'the website over Direct Line': 'directline.message',
    'the website over Web Chat': 'webchat.message',
  };
  for (const [place, name] of Object.entries(channels))
    it(place, async () => {
      const { activities } = await say(service.url, place, '', { ...payload(name), text: danger });
      const texts = activities.filter(({ type }) => type === 'message').map(({ text }) => text ?? '');
      expect(texts[0]).to.include('988').and.include('911');
      if (name.startsWith('sms')) expect(texts[0]?.length).to.be.at.most(306);
    });

  it('an edit of a message that was answered before, also where it is no immediate danger', async () => {
    const edited = { id: 'same', timestamp: '2026-11-23T12:00:05.000Z', type: 'messageUpdate' };
    await say(service.url, 'edit', 'what is an iop', { id: 'same', timestamp: '2026-11-23T12:00:00.000Z' });
    const { text, risk } = await say(service.url, 'edit', 'i wish i was dead', edited);
    expect(risk.tier).to.not.equal('none');
    expect(text).to.include('988');
  });

  it('two messages at the same moment, each with help and in other words', async () => {
    const both = await Promise.all([
      say(service.url, 'two', danger),
      say(service.url, 'two', 'i have the pills in my hand and i want to die'),
    ]);
    for (const { text } of both) expect(text).to.include('988');
    expect(both[0].text).to.not.equal(both[1].text);
  });

  it('a value that is nested without end does no harm', async () => {
    const [before, after] = JSON.stringify(activityOf('nested', danger, { value: 'here' })).split('"here"');
    for (const depth of [100, 100_000]) {
      const body = `${before}${'['.repeat(depth)}"x"${']'.repeat(depth)}${after}`;
      const response = await post(service.url, body);
      expect(await response.text(), String(depth)).to.match(/988|"error"/);
    }
    expect((await say(service.url, 'nested', danger)).text).to.include('988');
  });
});

describe('danger is answered while the store', () => {
  const faults: Readonly<Record<string, () => Promise<never>>> = {
    refuses: () => Promise.reject(new StorageError('refused')),
    'throws at once': () => {
      throw new TypeError('broken driver');
    },
    hangs: () => new Promise<never>(() => {}),
  };
  for (const [what, fault] of Object.entries(faults))
    it(what, async () => {
      const storage: Storage = { load: fault, save: fault, sweep: fault, ping: fault, close: async () => {} };
      const service = await startService({}, { storage });
      try {
        for (const words of [danger, 'i wish i was dead']) {
          const { status, text } = await say(service.url, 'c', words);
          expect(status).to.equal(200);
          expect(text).to.include('988').and.include('911');
        }
      } finally {
        await service.stop();
      }
    });
});
