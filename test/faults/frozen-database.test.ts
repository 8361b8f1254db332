import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { say, type Turned } from '../support/emulator.ts';
import { knowledge } from '../support/knowledge.ts';
import { PostgresServer } from '../support/postgres-server.ts';
import { ServiceProcess } from './service-process.ts';

/** Longer than a channel waits with patience, and many times longer than a turn waits for its memory. */
const frozen = 10_000;
/** A channel's patience is 15 s; a person's is less. */
const patience = 4_000;
const { en } = knowledge().texts;

describe('a real process on a database that stands still for ten seconds', function () {
  this.timeout(120_000);
  let database: PostgresServer;
  let service: ServiceProcess;
  before(async () => {
    database = await PostgresServer.create();
    service = await ServiceProcess.start({ environment: { STORAGE_URL: database.url } });
  });
  after(async () => {
    await ServiceProcess.killAll();
    await database.remove();
  });

  const timed = async (conversation: string, text: string): Promise<Turned & { milliseconds: number }> => {
    const begun = performance.now();
    const turned = await say(service.url, conversation, text);
    return { ...turned, milliseconds: performance.now() - begun };
  };

  it('answers danger and questions meanwhile, says what it can not do, and goes on where it was afterwards', async () => {
    const first = await timed('screening', 'start the screening');
    const second = await timed('screening', first.buttons[0] ?? '');
    expect(second.screening?.question).to.equal('body');
    await timed('danger', 'hello');
    database.freeze();
    const thaws = pause(frozen).then(() => database.thaw());
    try {
      const [danger, question, screening] = await Promise.all([
        timed('danger', 'i am going to kill myself tonight'),
        timed('question', 'What is an IOP?'),
        timed('new', 'start the screening'),
      ]);
      expect(danger.text).to.include('988').and.include('911');
      expect(question.text).to.include('IOP is short for');
      expect(screening.text).to.include(en.conversation.trouble.memoryLost);
      for (const { milliseconds, status } of [danger, question, screening]) {
        expect(status).to.equal(200);
        expect(milliseconds).to.be.below(patience);
      }
    } finally {
      await thaws;
    }
    const on = await timed('screening', 'no');
    expect(on.screening?.question).to.equal('age');
    // What was said while the database stood still is known: a bare "yes" answers whether someone is there.
    expect((await timed('danger', 'yes')).text)
      .to.include('Ask them to stay')
      .and.include('988');
  });
});
