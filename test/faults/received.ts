import type { Connector } from '../support/connector/connector.ts';

/** What the channel was given for each message: the texts in order, by the id of the message. */
export const receivedBy = (connector: Connector): ReadonlyMap<string, readonly string[]> => {
  const received = new Map<string, string[]>();
  for (const { activityId = '', activity } of connector.calls) {
    if (activity.type !== 'message') continue;
    const texts = received.get(activityId) ?? [];
    received.set(activityId, [...texts, activity.text ?? '']);
  }
  return received;
};

/**
 * Splits what was given for one message into the times that it was answered: each begins with the same words. A
 * process that was killed may have given only the first of them.
 */
export const timesAnswered = (texts: readonly string[]): readonly (readonly string[])[] => {
  const times: string[][] = [];
  for (const text of texts) {
    if (text === texts[0] || times.length === 0) times.push([text]);
    else times.at(-1)?.push(text);
  }
  return times;
};

/** Whether every time was the same answer, or the beginning of it. */
export const isOneAnswer = (times: readonly (readonly string[])[]): boolean => {
  const whole = times.reduce((longest, time) => (time.length > longest.length ? time : longest), []);
  return times.every((time) => time.every((text, at) => text === whole[at]));
};
