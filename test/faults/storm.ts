import { activityOf, post } from '../support/emulator.ts';
import { seededRandom } from '../../knowledge/random.ts';
import { shuffled } from './shuffled.ts';

export interface StormSize {
  readonly conversations: number;
  readonly messages: number;
  /** Part of the messages that the channel delivers twice. */
  readonly duplicates: number;
  /** Requests under way at once. */
  readonly lanes: number;
  readonly seed: number;
}

/** One message as a channel delivers it, any number of times. */
export interface Delivery {
  readonly conversation: string;
  readonly id: string;
  readonly activity: object;
}

/** Each of them is answered from the knowledge base, so that `talk.answers` counts what was taken. */
const questions = [
  'what is an iop',
  'what is php',
  'how many hours a week is an iop?',
  'what is inpatient care',
  'what is outpatient care',
];

const nameOf = (conversation: number): string => `storm-${conversation}`;

export const namesIn = ({ conversations }: StormSize): readonly string[] =>
  Array.from({ length: conversations }, (_, index) => nameOf(index));

/** All messages of the storm in random order, some of them twice. `serviceUrl`: where the replies are to go. */
export const deliveriesOf = (size: StormSize, serviceUrl: string): readonly Delivery[] => {
  const random = seededRandom(size.seed);
  const once = Array.from({ length: size.conversations * size.messages }, (_, index): Delivery => {
    const conversation = nameOf(index % size.conversations);
    const id = `${conversation}-m${Math.floor(index / size.conversations)}`;
    const more = { id, serviceUrl, deliveryMode: 'normal' };
    const text = questions[Math.floor(random() * questions.length)] ?? '';
    return { conversation, id, activity: activityOf(conversation, text, more) };
  });
  return shuffled([...once, ...once.filter(() => random() < size.duplicates)], random);
};

export type Ended = { readonly delivery: Delivery; readonly status: number | undefined };

/** Delivers in so many lanes. A status is undefined where the service did not answer; then that lane ends. */
export const deliver = async (
  url: string,
  deliveries: readonly Delivery[],
  lanes: number,
): Promise<readonly Ended[]> => {
  const waiting = deliveries.toReversed();
  const ended: Ended[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const status = await statusOf(url, next);
      ended.push({ delivery: next, status });
      if (status === undefined) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ended;
};

const statusOf = async (url: string, { activity }: Delivery): Promise<number | undefined> => {
  try {
    const response = await post(url, JSON.stringify(activity));
    await response.text();
    return response.status;
  } catch {
    return undefined;
  }
};
