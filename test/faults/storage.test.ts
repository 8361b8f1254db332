import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { say, type Turned } from '../support/emulator.ts';
import { figureOf } from '../support/figures.ts';
import { knowledge } from '../support/knowledge.ts';
import { ServiceProcess } from './service-process.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const danger = { en: 'i am going to kill myself tonight', es: 'voy a matarme esta noche' };
const nobody = 65_534;
const { en, es } = knowledge().texts;

/** The service as a process on a file of its own. */
const startOnFile = async (): Promise<{ service: ServiceProcess; path: string }> => {
  const path = join(temporaryFolder(), 'bot.db');
  return { path, service: await ServiceProcess.start({ environment: { STORAGE_URL: `sqlite:${path}` } }) };
};

const expectHelp = async (url: string, name: string): Promise<void> => {
  for (const words of [danger.en, danger.es, 'i wish i was dead']) {
    const { status, text } = await say(url, `${name} ${words}`, words);
    expect(status).to.equal(200);
    expect(text).to.include('988').and.include('911');
  }
};

/** Two questions of the screening: what was answered to the first is known at the second. */
const expectScreening = async (url: string, name: string): Promise<void> => {
  const first = await say(url, name, 'start the screening');
  expect(first.screening?.question).to.equal('safe');
  const second = await say(url, name, first.buttons[0] ?? '');
  expect(second.screening?.question).to.equal('body');
};

/** Raises or lowers how large a file of the process may become: a disk that is full, and then is not. */
const limitFiles = ({ pid }: ServiceProcess, bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
};

describe('a real process on a file', function () {
  this.timeout(120_000);
  after(async () => {
    await ServiceProcess.killAll();
    removeTemporaryFolders();
  });

  it('goes on in mid-screening on a full disk, deletes nothing it can not, and saves it all once there is room', async () => {
    const { service, path } = await startOnFile();
    await say(service.url, 'before', 'what is an iop');
    limitFiles(service, statSync(path).size);
    await expectScreening(service.url, 'a');
    await expectHelp(service.url, 'full');
    expect(await figureOf(service.url, 'bot_faults_total{code="storage-save"}')).to.be.above(0);
    const deleted = async (words: string): Promise<Turned> => say(service.url, 'before', words);
    expect((await deleted('delete my data')).text).to.include(en.conversation.trouble.notDeleted);
    expect((await deleted('borra mis datos por favor')).text).to.include(es.conversation.trouble.notDeleted);
    limitFiles(service, 'unlimited');
    expect((await deleted('delete my data')).text).to.include(en.conversation.commands.deleted);
    const third = await say(service.url, 'a', 'no');
    expect(third.screening?.question).to.not.be.oneOf([null, 'safe', 'body']);
    await service.kill();
    const again = await ServiceProcess.start({ environment: { STORAGE_URL: `sqlite:${path}` } });
    const shown = await say(again.url, 'a', 'back');
    expect(shown.screening?.question).to.equal('body');
    await again.stop();
  });

  it('answers while another program holds the file, and knows afterwards what was said meanwhile', async () => {
    const { service, path } = await startOnFile();
    await say(service.url, 'a', 'hello');
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expectScreening(service.url, 'a');
    await expectHelp(service.url, 'held');
    other.exec('ROLLBACK');
    other.close();
    const third = await say(service.url, 'a', 'no');
    expect(third.screening?.question).to.not.be.oneOf([null, 'safe', 'body']);
    expect((await service.stop()).code).to.equal(0);
  });

  it('does not start on a file that it may not write, and says which in one sentence', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'bot.db');
    const environment = { STORAGE_URL: `sqlite:${path}` };
    await (await ServiceProcess.start({ environment })).stop();
    chmodSync(path, 0o400);
    // Root may write everything, so the process runs as somebody else.
    const user = process.getuid?.() === 0 ? nobody : undefined;
    if (user !== undefined) for (const each of [folder, path, `${path}-lock`]) chownSync(each, user, user);
    const readOnly = new ServiceProcess({ environment, user });
    expect((await readOnly.ended).code).to.equal(78);
    expect(readOnly.output).to.match(/^STORAGE_URL: .*can not be written.*\n$/);
  });

  it('begins anew over a document that is damaged, and counts it', async () => {
    const { service, path } = await startOnFile();
    await expectScreening(service.url, 'a');
    await service.stop();
    const file = new Database(path);
    file.exec(`UPDATE documents SET document = '{"memory":{"schemaVersion":1,'`);
    file.close();
    const again = await ServiceProcess.start({ environment: { STORAGE_URL: `sqlite:${path}` } });
    expect((await say(again.url, 'a', 'what is an iop')).match.topics).to.not.be.empty;
    expect(await figureOf(again.url, 'bot_faults_total{code="storage-unreadable"}')).to.be.above(0);
    await expectScreening(again.url, 'a');
    await expectHelp(again.url, 'a');
    await again.stop();
  });

  it('leaves what a newer version wrote as it is, says that it can not keep track, and gives help', async () => {
    const { service, path } = await startOnFile();
    for (const name of ['a', 'b', 'c']) await say(service.url, name, 'hello');
    await service.stop();
    const file = new Database(path);
    file.exec(`UPDATE documents SET document = replace(document, '"schemaVersion":1', '"schemaVersion":2')`);
    const documents = () => JSON.stringify(file.prepare('SELECT tag, document FROM documents').all());
    const before = documents();
    const again = await ServiceProcess.start({ environment: { STORAGE_URL: `sqlite:${path}` } });
    const { memoryLost } = en.conversation.trouble;
    expect((await say(again.url, 'a', 'what is an iop')).text).to.include(memoryLost);
    expect((await say(again.url, 'a', 'start the screening')).text).to.include(memoryLost);
    expect((await say(again.url, 'b', '¿qué es un programa intensivo?')).text).to.include(
      es.conversation.trouble.memoryLost,
    );
    expect((await say(again.url, 'c', danger.en)).text).to.include('988');
    expect(documents()).to.equal(before);
    file.close();
    await again.stop();
  });
});
