import type { Activity } from 'botbuilder';
import { receive } from '../../bot/receive.ts';
import { render } from '../../bot/render/index.ts';
import { converse } from '../../dialogs/converse.ts';
import { newMemory, readMemory, type Memory } from '../../dialogs/memory.ts';
import type { FeedbackTrace, MatchTrace, Reply } from '../../dialogs/reply.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { activityOf } from './emulator.ts';
import { knowledge } from './knowledge.ts';
import { wordsOf } from './words-of.ts';

const hour = 3_600_000;

/** A conversation from activity to activity, as on a channel; what is remembered goes through its stored form. */
export class Chat {
  memory: Memory = newMemory(new Date(0));
  /** What the last turn said, message by message. */
  messages: readonly string[] = [];
  /** The labels of the buttons under the last message. */
  labels: readonly string[] = [];
  #replies: readonly Reply[] = [];
  #time = 0;
  readonly #channelId: string;
  readonly #knowledge: Knowledge;

  constructor(channelId: 'directline' | 'msteams' | 'sms' = 'directline', clinic = knowledge().clinic) {
    this.#channelId = channelId;
    this.#knowledge = { ...knowledge(), clinic };
  }

  /** Says several things one after the other, and gives what the last one was met with. */
  say(...texts: readonly string[]): string {
    for (const text of texts) this.#take(activityOf('c', text, { channelId: this.#channelId }));
    return this.text;
  }

  press(choice: string, label: string): string {
    this.#take(activityOf('c', label, { channelId: this.#channelId, value: { choice } }));
    return this.text;
  }

  send(more: object): string {
    this.#take(activityOf('c', '', { channelId: this.#channelId, ...more }));
    return this.text;
  }

  wait(hours: number): void {
    this.#time += hours * hour;
  }

  get text(): string {
    return this.messages.join('\n');
  }

  get match(): MatchTrace {
    return this.#trace('Match') as MatchTrace;
  }

  get feedback(): FeedbackTrace | undefined {
    return this.#trace('Feedback') as FeedbackTrace | undefined;
  }

  #trace(name: string): unknown {
    const found = this.#replies.find((reply) => reply.kind === 'trace' && reply.trace.name === name);
    return found?.kind === 'trace' ? found.trace.value : undefined;
  }

  #take(activity: object): void {
    const incoming = receive(activity as Activity);
    if (incoming === undefined) throw new Error('the message did not reach the dialogs');
    const now = new Date((this.#time += 5_000));
    const outcome = converse(this.memory, incoming.message, this.#knowledge, now);
    const stored: unknown = JSON.parse(JSON.stringify(outcome.memory ?? newMemory(now)));
    const memory = readMemory(stored);
    if (memory === undefined) throw new Error('the memory can not be read back');
    this.memory = memory;
    this.#replies = outcome.replies;
    const activities = render(incoming, outcome.replies);
    this.messages = activities.map(wordsOf);
    this.labels = (activities.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
  }
}
