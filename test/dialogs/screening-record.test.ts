import { expect } from 'chai';
import { outside } from './every-result.ts';
import { ends } from './screening-ends.ts';
import { phone, Talk, texts } from './screening-support.ts';

const iop = ends.find(({ rule }) => rule === 'R13')?.answers ?? [];
const { record, result, rules } = texts.en.screening;

describe('what is known of a person', () => {
  for (const wish of [
    'what do you know about me',
    'What do you know about me?',
    'my answers',
    'show me my data',
    'what is kept of this',
    'qué sabes de mí',
    '¿Qué sabe de mí?',
    'qué datos tiene de mí',
  ])
    it(`is shown when asked for: "${wish}"`, () => {
      const talk = new Talk()
        .start()
        .presses(...iop)
        .says(wish);
      expect(talk.text).to.include(record.head);
      expect(talk.text)
        .to.include('2026-11-1')
        .and.include('Help now: not asked')
        .and.include('Care in the past month: An IOP');
    });

  it('is every answer with its state, the result, and the rules met and ruled out', () => {
    const skipped = iop.map((answer) => (answer.startsWith('duty') ? 'duty=skip' : answer));
    const { text } = new Talk().start().presses(...skipped, 'command:record');
    expect(text).to.include('Duties: skipped').and.include('Help now: not asked').and.include('Safety: No');
    expect(text).to.include(result.headline.iop).and.include(rules.R13.name).and.include(rules.R1.name);
  });

  it('is the topics asked about, the danger that was heard, and until when all of it is kept', () => {
    const talk = new Talk({ outside }).says('What is an IOP?');
    talk.memory = {
      ...talk.memory,
      risk: { tier: 'concern', category: 'self-harm', at: talk.now.toISOString(), told: 1 },
    };
    talk.says('what do you know about me');
    expect(talk.text)
      .to.include(record.none)
      .and.include('What is an IOP?')
      .and.include(record.tiers.concern)
      .and.include('December 23, 2026')
      .and.include('30 days');
  });

  it('is the page with the result too, while there is one', () => {
    const talk = new Talk({ outside }).start().presses(...iop);
    expect(talk.says('what do you know about me').text).to.include('Nov 24, 2026, 10:00 AM UTC');
    expect(talk.hoursLater(25).says('my data').text).to.not.include('page with your result');
  });

  it('is next to nothing where nothing was asked or told', () => {
    const { text } = new Talk().says('what do you know about me');
    expect(text).to.include(record.none).and.include(record.noTopics).and.include(record.tiers.none);
  });

  it('is shown in the middle of the questions, which then go on', () => {
    const talk = new Talk().start().says('no', 'what do you know about me');
    expect(talk.text)
      .to.include('Safety: No')
      .and.include('Body: not asked')
      .and.include(record.statuses.open);
    expect(talk.open).to.equal('body');
  });

  it('comes page by page where messages are short', () => {
    const talk = new Talk({ channel: phone })
      .start()
      .presses(...iop)
      .says('my answers');
    const pages: string[] = [];
    const isEnd = () => texts.en.talk.said.noMore.some((end) => talk.text.includes(end));
    for (; !isEnd() && pages.length < 20; talk.says('more')) pages.push(talk.text);
    expect(pages.length).to.be.within(3, 8);
    for (const page of pages) expect(page.trim().length).to.be.at.most(306);
    expect(pages.join(' ')).to.include('Duties: Yes').and.include('delete my data');
  });

  it('is gone when deleted, and that is said', () => {
    const talk = new Talk({ outside })
      .start()
      .presses(...iop)
      .presses('topic:delete-data');
    expect(talk.text.trim()).to.equal(texts.en.conversation.commands.deleted);
    expect(talk.says('what do you know about me').text).to.include(record.none);
    expect(talk.memory.summary).to.equal(undefined);
  });
});
