import type { Activity } from 'botbuilder';
import type { MatchTrace, ScreeningTrace } from '../../dialogs/reply.ts';
import type { Tier } from '../../knowledge/risk/verdict.ts';

/** What a turn gave on the development channel. */
export interface Turned {
  readonly status: number;
  readonly activities: readonly Partial<Activity>[];
  /** All messages' texts, as one. */
  readonly text: string;
  /** The titles of the buttons under the last message. */
  readonly buttons: readonly string[];
  readonly risk: { tier: Tier; category: string | null; signals: readonly string[] };
  readonly match: MatchTrace;
  readonly screening: ScreeningTrace | undefined;
}

let counter = 0;

/** An activity as the Bot Framework Emulator posts it, answered in the HTTP response. */
export const activityOf = (conversation: string, text: string, more: object = {}): object => ({
  type: 'message',
  id: `a${(counter += 1)}`,
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:9',
  deliveryMode: 'expectReplies',
  from: { id: 'person' },
  recipient: { id: 'bot' },
  conversation: { id: conversation },
  text,
  ...more,
});

/** Posts a body as it is. */
export const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });

/** Says something in a conversation of the development channel. */
export const say = async (
  url: string,
  conversation: string,
  text: string,
  more: object = {},
): Promise<Turned> => {
  const response = await post(url, JSON.stringify(activityOf(conversation, text, more)));
  const body = (await response.json()) as { activities?: readonly Partial<Activity>[] };
  return turned(response.status, body.activities ?? []);
};

const turned = (status: number, activities: readonly Partial<Activity>[]): Turned => {
  const trace = (name: string): unknown =>
    activities.find((each) => each.type === 'trace' && each.name === name)?.value;
  const messages = activities.filter(({ type }) => type === 'message');
  return {
    status,
    activities,
    text: messages.map(({ text }) => text).join('\n'),
    buttons: (messages.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title),
    risk: trace('Risk') as Turned['risk'],
    match: trace('Match') as MatchTrace,
    screening: trace('Screening') as ScreeningTrace | undefined,
  };
};
