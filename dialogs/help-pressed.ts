import type { Verdict } from '../knowledge/risk/verdict.ts';
import type { Message } from './message.ts';

/** What the website's "I need help now" sends back. */
export const helpId = 'crisis:now';

/** Whoever presses for help gets it: the detector is not asked what the button's words may mean. */
export const helpPressed = (message: Message): Verdict | undefined =>
  message.kind === 'choice' && message.choice === helpId
    ? { tier: 'immediate', category: 'self-harm', signals: [`choice:${helpId}`] }
    : undefined;
