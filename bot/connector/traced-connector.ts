import type { ConnectorClient } from 'botframework-connector';
import { childTraceparent, type TraceContext } from '../trace-context.ts';

type Conversations = ConnectorClient['conversations'];

/** The client with a `traceparent` in its calls. The SDK leaves no room for headers, so those that it makes are wrapped. */
export const tracedConnector = (client: ConnectorClient, trace: TraceContext): ConnectorClient => {
  const { conversations } = client;
  const headed = () => ({ customHeaders: { traceparent: childTraceparent(trace) } });
  const calls: Partial<Record<keyof Conversations, unknown>> = {
    replyToActivity: (...[conversation, id, activity]: Parameters<Conversations['replyToActivity']>) =>
      conversations.replyToActivity(conversation, id, activity, headed()),
    sendToConversation: (...[conversation, activity]: Parameters<Conversations['sendToConversation']>) =>
      conversations.sendToConversation(conversation, activity, headed()),
    updateActivity: (...[conversation, id, activity]: Parameters<Conversations['updateActivity']>) =>
      conversations.updateActivity(conversation, id, activity, headed()),
  };
  const traced: unknown = Object.assign(Object.create(conversations), calls);
  return Object.create(client, { conversations: { value: traced } }) as ConnectorClient;
};
