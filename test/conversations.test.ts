import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { receive } from '../bot/receive.ts';
import { render } from '../bot/render/index.ts';
import { converse } from '../dialogs/converse.ts';
import { newMemory, type Memory } from '../dialogs/memory.ts';
import { projectRoot } from '../knowledge/project-root.ts';
import { activityOf } from './support/emulator.ts';
import { knowledge } from './support/knowledge.ts';
import { wordsOf } from './support/words-of.ts';

/*
 * Each file of test/conversations is a conversation that must go this way:
 *   channel: sms          the channel (website when left out)
 *   > words               what the person writes
 *   < words               the replies have these words (upper and lower case alike)
 *   ! words               the replies do not have these words
 *   = 20 hours later      so much time passes
 *   # words               a remark
 */
const folder = join(projectRoot(), 'test/conversations');
const channels: Readonly<Record<string, string>> = { website: 'directline', teams: 'msteams', sms: 'sms' };

const play = (script: string): void => {
  const channelId = channels[/^channel: (\w+)$/m.exec(script)?.[1] ?? 'website'] ?? 'directline';
  let memory: Memory = newMemory(new Date(0));
  let said = '';
  let seconds = 0;
  const take = (text: string): void => {
    const incoming = receive(activityOf('c', text, { channelId }) as Parameters<typeof receive>[0]);
    if (incoming === undefined) throw new Error(`"${text}" did not reach the dialogs`);
    const now = new Date((seconds += 5) * 1_000);
    const outcome = converse(memory, incoming.message, knowledge(), now);
    memory = outcome.memory ?? newMemory(now);
    said = render(incoming, outcome.replies)
      .map((activity) =>
        [wordsOf(activity), ...(activity.suggestedActions?.actions ?? []).map(({ title }) => title)].join(
          '\n',
        ),
      )
      .join('\n');
  };
  for (const line of script.split('\n')) {
    const rest = line.slice(2).trim();
    if (line.startsWith('> ')) take(rest);
    if (line.startsWith('= ')) seconds += Number.parseInt(rest, 10) * 3_600;
    if (line.startsWith('< ')) expect(said.toLowerCase(), line).to.include(rest.toLowerCase());
    if (line.startsWith('! ')) expect(said.toLowerCase(), line).to.not.include(rest.toLowerCase());
  }
};

describe('a conversation goes as written:', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.chat'))) {
    it(file.replace('.chat', '').replaceAll('-', ' '), () => play(readFileSync(join(folder, file), 'utf8')));
  }
});
