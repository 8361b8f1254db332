import type { Activity, InvokeResponse } from 'botbuilder';

/**
 * What Teams wants to hear when someone rates an answer with its thumbs: nothing, but with success.
 * Undefined for every other invoke, which the SDK answers with 501, and for what is no invoke.
 */
export const invokeAnswer = (activity: Activity): InvokeResponse | undefined =>
  isFeedback(activity) ? { status: 200, body: {} } : undefined;

/** Teams calls the form that goes with an answer by this name. */
export const isFeedback = ({ type, name }: Pick<Activity, 'type' | 'name'>): boolean =>
  type === 'invoke' && name === 'message/submitAction';
