import { languages } from '../knowledge/language/language.ts';
import { riskCategories, tiers } from '../knowledge/risk/verdict.ts';
import { refusalReasons } from './connector/refusal-reasons.ts';
import { sendOutcomes } from './connector/send-fault.ts';
import { knownChannels } from './known-channel.ts';
import { isFault, logEventNames } from './log-events.ts';
import { MetricParts } from './metric-parts.ts';
import { storageErrorKinds } from './storage/storage-error-kinds.ts';
import { storageOperations } from './storage/storage-operations.ts';
import { turnOutcomes } from './turn-outcome.ts';

/** In seconds: fine where a turn usually is, coarse up to the limits of a channel. */
const turnBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const storageBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const callBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * What is counted: never by person or conversation, and with labels whose values are known beforehand. Referrals are
 * counted as the law asks, without personal data. The table in docs/operations.md is made from this.
 */
export const createMetrics = () => {
  const parts = new MetricParts();
  const { registry, labels } = parts;
  return {
    registry,
    labels,
    ...ofTurns(parts),
    ...ofAnswers(parts),
    ...ofTrouble(parts),
    ...ofStorage(parts),
    ...ofChannels(parts),
    ...gauges(parts),
  };
};

const ofTurns = (parts: MetricParts) => ({
  turns: parts.counter('bot_turns_total', 'Messages taken, by channel and what became of them', {
    channel: knownChannels,
    outcome: turnOutcomes,
  }),
  judged: parts.counter('bot_risk_judged_total', 'Messages judged for danger, by tier', { tier: tiers }),
  referrals: parts.counter('bot_crisis_referrals_total', 'Crisis replies given, by tier and category', {
    tier: tiers,
    category: riskCategories,
  }),
  turnSeconds: parts.histogram(
    'bot_turn_seconds',
    'Time from a message that was taken to its replies, the connector included',
    {},
    turnBuckets,
  ),
  crisisSeconds: parts.histogram(
    'bot_crisis_reply_seconds',
    'Time from a message to the crisis reply that the channel took',
    {},
    turnBuckets,
  ),
});

const ofAnswers = (parts: MetricParts) => ({
  feedback: parts.counter('bot_feedback_total', 'What people said of an answer, by topic: did it help', {
    topic: 'topics',
    helped: ['yes', 'no'],
  }),
  unanswered: parts.counter(
    'bot_unanswered_total',
    'Questions without an answer, by nearest topic and shape',
    {
      topic: 'topics',
      language: languages,
      reply: ['offered', 'none'],
      length: ['few-words', 'sentence', 'story'],
      question: ['yes', 'no'],
    },
  ),
});

const ofTrouble = (parts: MetricParts) => ({
  faults: parts.counter(
    'bot_faults_total',
    'Things that went wrong, by the event that the log has for them',
    {
      code: logEventNames.filter(isFault),
    },
  ),
  overloads: parts.counter('bot_overload_refusals_total', 'Messages not taken, by missing room', {
    where: ['conversation', 'all', 'late'],
  }),
});

const ofStorage = (parts: MetricParts) => ({
  conflicts: parts.counter('bot_storage_conflicts_total', 'Saves that met a newer document', {}),
  storageSeconds: parts.histogram(
    'bot_storage_seconds',
    'Time that the store took, by operation',
    { operation: storageOperations },
    storageBuckets,
  ),
  storageErrors: parts.counter('bot_storage_errors_total', 'Errors of the store, by operation and kind', {
    operation: storageOperations,
    code: storageErrorKinds,
  }),
});

const ofChannels = (parts: MetricParts) => ({
  refusals: parts.counter(
    'bot_refused_requests_total',
    'Requests that are not from a known channel, by reason',
    { reason: refusalReasons },
  ),
  sends: parts.counter('bot_sends_total', 'Replies given to a connector, by how it ended', {
    outcome: sendOutcomes,
  }),
  sendRetries: parts.counter('bot_send_retries_total', 'Further tries to give a reply to a connector', {}),
  connectorSeconds: parts.histogram(
    'bot_connector_seconds',
    'Time of one call to a connector, by how it ended',
    { outcome: sendOutcomes },
    callBuckets,
  ),
});

const gauges = (parts: MetricParts) => ({
  turnsUnderWay: parts.gauge('bot_turns_under_way', 'Messages that are worked on or wait'),
  loopDelay: parts.gauge('bot_loop_delay_seconds', 'How late work begins'),
  connections: parts.gauge('bot_connections', 'Open connections'),
  websiteStreams: parts.gauge('bot_website_streams', 'Open streams of chats on the website'),
  websiteChats: parts.gauge('bot_website_chats', 'Chats of the website in memory, of the last two hours'),
});

export type Metrics = ReturnType<typeof createMetrics>;
