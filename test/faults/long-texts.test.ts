import { expect } from 'chai';
import { activityOf, post, say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

const size = 200_000;
/** Milliseconds of the processor: ten times what such a body takes, and a tenth of what a quadratic search does. */
const limit = 2_500;
const long = (unit: string): string => unit.repeat(size / Buffer.byteLength(unit));

/** What makes a careless search try again from every place. */
const texts = [
  '<',
  '&#1',
  ' ',
  'a ',
  'and ',
  'no, ',
  "'",
  'kill myself not ',
  'php ',
  'iop? ',
  '\u0301',
  'á',
  '😀',
];

describe('a text as long as a body may be', function () {
  this.timeout(120_000);
  let service: RunningService;
  before(async () => {
    service = await startService();
    await say(service.url, 'warm', 'what is an iop');
  });
  after(() => service.stop());

  const costOf = async (name: string, more: object): Promise<number> => {
    const begun = process.cpuUsage();
    const response = await post(service.url, JSON.stringify(activityOf(name, '', more)));
    await response.text();
    const { user, system } = process.cpuUsage(begun);
    expect(response.status).to.equal(200);
    return (user + system) / 1_000;
  };

  it('costs no more than its length, whatever it repeats, in words, in HTML and in the screening', async () => {
    await say(service.url, 'screening', 'start the screening');
    for (const unit of texts) {
      const html = [{ contentType: 'text/html', content: long(unit) }];
      expect(await costOf('a', { text: long(unit) }), `text of ${unit}`).to.be.below(limit);
      expect(await costOf('b', { text: '', attachments: html }), `HTML of ${unit}`).to.be.below(limit);
      expect(await costOf('screening', { text: long(unit) }), `answer of ${unit}`).to.be.below(limit);
    }
    expect(await (await fetch(`${service.url}/metrics`)).text()).to.not.match(
      /^bot_faults_total.* [1-9]\d*$/m,
    );
  });

  it('does not hide the words of danger at its end', async () => {
    for (const unit of ['<', 'and ', 'a ']) {
      const text = `${long(unit).slice(0, 9_000)}. i am going to kill myself tonight`;
      expect((await say(service.url, `end of ${unit}`, text)).text).to.include('988');
    }
  });
});
