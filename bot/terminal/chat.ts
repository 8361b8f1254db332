import { createInterface } from 'node:readline/promises';
import { converse } from '../../dialogs/converse.ts';
import { newMemory, type Memory } from '../../dialogs/memory.ts';
import type { Message } from '../../dialogs/message.ts';
import { readConfig, readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { openWithClinic } from '../open-with-clinic.ts';
import { plainText } from '../render/plain-text.ts';

const channel = { shared: false, pageLength: undefined };

/** The same conversation in the terminal, without server, channel or store. Ends with Ctrl+D. */
const chat = async (): Promise<void> => {
  const knowledge = openWithClinic(readConfig(readEnvironment()), createLog('silent'));
  let memory: Memory = newMemory(new Date());
  const take = (message: Message): void => {
    const outcome = converse(memory, message, knowledge, new Date());
    memory = outcome.memory ?? newMemory(new Date());
    const texts = outcome.replies.map(plainText).filter((text) => text !== '');
    process.stdout.write(`\n${texts.join('\n\n')}\n\n`);
  };
  take({ kind: 'joined', channel });
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') take({ kind: 'text', text: line, channel });
    lines.prompt();
  }
};

await chat();
