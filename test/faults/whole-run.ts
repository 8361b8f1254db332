import { createLog } from '../../bot/log.ts';
import { MemoryStorage } from '../../bot/storage/memory.ts';
import { watchProcess } from '../../bot/process-faults.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { Channel } from '../support/connector/channel.ts';
import { directLineKey, writtenWords } from './whole-run-words.ts';

/**
 * A process of its own that takes words on every channel, well and with every kind of fault, and logs as it would in
 * production at the level `debug`. What it prints is what the test looks through.
 */
const log = createLog('debug');
const store = new MemoryStorage();
let away = false;
const unlessAway = <T>(work: () => Promise<T>): Promise<T> =>
  away ? Promise.reject(new Error(`the driver quotes ${writtenWords[0]}`)) : work();
const storage: Storage = {
  load: (key) => unlessAway(() => store.load(key)),
  save: (writes) => unlessAway(() => store.save(writes)),
  sweep: (now) => store.sweep(now),
  ping: () => store.ping(),
  close: () => store.close(),
};

const channel = await Channel.open({ DIRECT_LINE_KEY: directLineKey, LOG_LEVEL: 'debug' }, { log, storage });
const { connector, framework, service } = channel;
const payloads = [
  'webchat.message',
  'directline.message',
  'msteams.personal.message',
  'msteams.groupChat.mention',
  'sms.message',
];

const everywhere = async (): Promise<void> => {
  for (const [index, text] of writtenWords.entries())
    for (const name of payloads) {
      const id = `${name}-${index}-${Math.random()}`;
      await channel.deliver(channel.payload(name, { id, text, conversation: { id } }));
      await channel.deliver(
        channel.payload(name, { id: `${id}-v`, text: '', value: { note: text }, conversation: { id } }),
      );
    }
  await onTheWebsite();
};

const onTheWebsite = async (): Promise<void> => {
  const opened = await fetch(`${service.url}/api/directline/token`, { method: 'POST' });
  const { conversationId, token } = (await opened.json()) as { conversationId: string; token: string };
  process.send?.({ token });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const path = `${service.url}/v3/directline/conversations/${conversationId}/activities`;
  for (const text of writtenWords) {
    await fetch(path, { method: 'POST', headers, body: JSON.stringify({ type: 'message', text }) });
    await fetch(path, { method: 'POST', headers, body: `{"type":"message","text":"${text}` });
    await fetch(`${path}?q=${encodeURIComponent(text)}`, { headers: { Authorization: `Bearer ${token}x` } });
  }
};

await everywhere();
for (const fault of [
  { status: 500 },
  { status: 403, body: { error: writtenWords[0] } },
  'reset',
  'silence',
] as const) {
  connector.meetAll(fault);
  await channel.deliver(channel.said(`${writtenWords[0]} and what is an iop`));
}
connector.meetAll({ status: 401 });
framework.signInAnswer = { status: 401, body: { error_description: writtenWords[1] } };
await channel.deliver(channel.said(writtenWords[1] ?? ''));
framework.signInAnswer = undefined;
connector.meetAll(undefined);
away = true;
await everywhere();
away = false;
const said = channel.said(writtenWords[0] ?? '');
for (const token of ['Bearer x.y.z', `Bearer ${writtenWords[0]}`, undefined])
  await channel.deliverWith(said, token);
await channel.deliver(said, { aud: 'another' });
for (const body of [`{"text":"${writtenWords[0]}`, JSON.stringify({ ...said, type: 7 })])
  await fetch(`${service.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
process.send?.({ token: [...framework.issued] });
watchProcess(log, () => process.exit(1));
void Promise.reject(new Error(writtenWords[0]));
await new Promise((resolve) => setTimeout(resolve, 50));
setImmediate(() => {
  throw new Error(`${writtenWords[1]}\n    at ${writtenWords[0]}`, { cause: new TypeError(writtenWords[0]) });
});
