import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../bot/config.ts';
import { createService, type Service } from '../../bot/service.ts';
import { Unanswered } from '../../bot/unanswered.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import { newMemory } from '../../dialogs/memory.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { clinicFolder } from '../knowledge/clinic-entries/clinic-folder.ts';
import { say } from '../support/emulator.ts';

const silent = { write: () => {} };

const start = async (KEEP_UNANSWERED: string) => {
  const unansweredFile = join(clinicFolder({}), 'unanswered.jsonl');
  const config = { ...readConfig({ PORT: '0', STORAGE_URL: 'memory:', KEEP_UNANSWERED }), unansweredFile };
  const clock = () => new Date('2026-11-20T12:34:56Z');
  const storage = new MemoryStorage(clock);
  const service: Service = await createService(config, { log: silent, clock, storage });
  const url = await service.listen();
  const kept = (): string => (existsSync(unansweredFile) ? readFileSync(unansweredFile, 'utf8') : '');
  const counted = async (): Promise<readonly string[]> =>
    (await (await fetch(`${url}/metrics`)).text())
      .split('\n')
      .filter((line) => line.startsWith('bot_unanswered_total{'));
  return { url, kept, counted, stop: () => service.close() };
};

const unknown = 'do you know a good recipe for banana bread, my name is Grace';

describe('questions without an answer', () => {
  it('are counted by topic and shape, and not kept', async () => {
    const { url, kept, counted, stop } = await start('off');
    const { match } = await say(url, 'one', unknown);
    await say(url, 'two', 'how many hours a week is an IOP?');
    expect(match.topics).to.deep.equal([]);
    const lines = await counted();
    await stop();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(
      /topic="[a-z-]+",language="en",reply="none",length="sentence",question="yes"\} 1$/,
    );
    expect(kept()).to.equal('');
  });

  it('are kept where the clinic wishes it, scrubbed, with the day and without the conversation', async () => {
    const { url, kept, stop } = await start('scrubbed');
    await say(url, 'one', unknown);
    await stop();
    const [line = '', ...rest] = kept().trimEnd().split('\n');
    expect(rest).to.deep.equal([]);
    expect(JSON.parse(line)).to.have.keys('day', 'language', 'topic', 'text');
    expect(JSON.parse(line)).to.include({ day: '2026-11-20', language: 'en' });
    expect(JSON.parse(line).text).to.include('do you know a good').and.not.match(/grace/i);
  });

  it('are never kept from the screening, from a group, or where there was a sign of danger', async () => {
    const { url, kept, counted, stop } = await start('scrubbed');
    await say(url, 'screen', 'start the screening');
    await say(url, 'screen', unknown);
    await say(url, 'danger', 'i want to die');
    await say(url, 'danger', unknown);
    await say(url, 'other', 'my friend wants to kill himself');
    await say(url, 'other', unknown);
    const group = {
      channelId: 'emulator',
      conversation: { id: 'group', isGroup: true, conversationType: 'groupChat' },
    };
    await say(url, 'group', unknown, group);
    const lines = await counted();
    await stop();
    expect(kept()).to.equal('');
    expect(lines.join('\n')).to.not.match(/grace|banana/i);
  });

  it('are neither counted nor kept between the questions of a screening, and are after it', () => {
    const noted: string[] = [];
    const count = () => void noted.push('counted');
    const keeping = { vocabulary: new Set(['good', 'recipe']), keep: () => void noted.push('kept') };
    const channel = { shared: false, pageLength: undefined };
    const incoming = {
      conversation: 'one',
      activityId: '1',
      channelId: 'emulator',
      message: { kind: 'text' as const, text: 'a good recipe', channel },
    };
    const candidates = [{ topic: 'rules', score: 0.3 }];
    const replies: readonly Reply[] = [
      { kind: 'trace', trace: { name: 'Risk', value: { tier: 'none', category: null, signals: [] } } },
      { kind: 'trace', trace: { name: 'Match', value: { topics: [], offered: [], candidates } } },
    ];
    const now = new Date('2026-11-20T12:00:00Z');
    const unanswered = new Unanswered({ unanswered: { inc: count } }, keeping);
    for (const status of ['open', 'suspended', 'finished'] as const) {
      const startedAt = now.toISOString();
      const screening = {
        table: '1',
        about: 'self' as const,
        answers: {},
        trail: [],
        misses: 0,
        status,
        startedAt,
      };
      const memory = { ...newMemory(now), screening };
      unanswered.note({ incoming, before: memory, after: memory, replies }, now);
      expect(noted, status).to.deep.equal(status === 'finished' ? ['counted', 'kept'] : []);
    }
  });

  it('are not said to be kept, unless they are', async () => {
    const texts = await Promise.all(
      ['off', 'scrubbed'].map(async (mode) => {
        const { url, stop } = await start(mode);
        const { text } = await say(url, 'privacy', 'Is this chat private?');
        const page = await (await fetch(`${url}/privacy?lang=en`)).text();
        await stop();
        return { text, page };
      }),
    );
    const [off, scrubbed] = texts;
    expect(off?.text).to.include('I do not keep the words you write').and.not.include('90 days');
    expect(off?.page).to.not.include('90 days');
    expect(scrubbed?.text).to.include('90 days').and.not.include('I do not keep the words you write');
    expect(scrubbed?.page).to.include('90 days').and.not.include('are not saved after that');
  });
});
