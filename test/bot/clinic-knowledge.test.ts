import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { artefactFolder, artefactNames } from '../../knowledge/artefacts.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { clinicFolder, parking } from '../knowledge/clinic-entries/clinic-folder.ts';
import { say } from '../support/emulator.ts';
import { startService, type RunningService } from '../support/service.ts';

const example = join(projectRoot(), 'docs/examples/clinic-knowledge');

describe("a service with a clinic's own answers", () => {
  let service: RunningService;
  before(async function start() {
    this.timeout(300_000);
    service = await startService({ KNOWLEDGE_DIR: example });
  });
  after(() => service.stop());

  it('answers what only the clinic knows, also when it is asked in other words', async () => {
    for (const text of [
      'When is the clinic open?',
      'what hours is your front office open',
      'when does the office open on tuesday',
      'what time do you open',
    ]) {
      const { match, text: told } = await say(service.url, `own ${text}`, text);
      expect(match.topics, text).to.deep.equal(['opening-hours']);
      expect(told).to.include('Monday to Friday');
    }
  });

  it("gives the clinic's answer in place of ours, found by our ways of asking", async () => {
    const { match, text } = await say(service.url, 'cost', 'how much does it cost');
    expect(match.topics).to.deep.equal(['cost-insurance']);
    expect(text).to.include('100 dollars').and.not.include('My source does not say');
  });

  it('gives it in Spanish where the clinic wrote Spanish, and else in its own English', async () => {
    const hours = await say(service.url, 'es', '¿a qué hora abre la clínica?');
    expect(hours.text).to.include('de lunes a viernes');
    const cost = await say(service.url, 'es', '¿Cuánto cuesta?', { value: undefined });
    expect(cost.text).to.not.include('Mi fuente no dice');
  });

  it('names the source that the clinic gives', async () => {
    await say(service.url, 'source', 'When is the clinic open?');
    const { text } = await say(service.url, 'source', 'says who');
    expect(text).to.include("The front desk's list of opening hours").and.not.include('NAMI');
  });

  it('loses nothing of ours', async () => {
    const { match } = await say(service.url, 'ours', 'how many hours a week does it take');
    expect(match.topics).to.deep.equal(['iop-hours']);
    expect((await say(service.url, 'danger', 'i want to kill myself')).risk.tier).to.equal('immediate');
  });

  it('says in the log how many answers are in use', () => {
    expect(service.logged()).to.match(/"event":"clinic-knowledge[a-z-]*","count":2/);
  });
});

describe('a service with a clinic folder that can not be used', () => {
  it('does not start, and says why in one sentence', async () => {
    const folder = clinicFolder({ 'parking.yaml': parking.replace('short:', 'shrot:') });
    const failed = await startService({ KNOWLEDGE_DIR: folder }).catch((error: unknown) => error);
    expect(failed).to.have.property('name', 'ConfigError');
    expect(String(failed)).to.match(/KNOWLEDGE_DIR: .*parking\.yaml/);
  });
});

describe("the build with a clinic's folder", function build() {
  this.timeout(120_000);
  const run = (KNOWLEDGE_DIR: string) =>
    promisify(execFile)(process.execPath, ['dist/knowledge/build.js'], {
      cwd: projectRoot(),
      env: { ...process.env, KNOWLEDGE_DIR },
    });
  const riskModel = () => readFileSync(join(artefactFolder(), artefactNames.riskModel));

  it('leaves the risk detector as it is', async () => {
    const before = riskModel();
    await run(example);
    expect(riskModel().equals(before)).to.equal(true);
  });

  it('fails with one sentence where the folder can not be used, and still builds ours', async () => {
    const failed = await run(clinicFolder({})).catch((error: unknown) => error);
    expect(failed).to.have.property('code', 1);
    expect(failed)
      .to.have.property('stderr')
      .that.matches(/^The knowledge can not be built\. KNOWLEDGE_DIR: .*\n$/);
  });
});
