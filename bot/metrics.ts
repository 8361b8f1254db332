import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted: never by person or conversation. Referrals are counted as the law asks, without personal data. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    turns: counter('bot_turns_total', 'Messages taken, by channel', ['channel']),
    referrals: counter('bot_crisis_referrals_total', 'Crisis replies given, by tier and category', [
      'tier',
      'category',
    ]),
    feedback: counter('bot_feedback_total', 'What people said of an answer, by topic: did it help', [
      'topic',
      'helped',
    ]),
    unanswered: counter('bot_unanswered_total', 'Questions without an answer, by nearest topic and shape', [
      'topic',
      'language',
      'reply',
      'length',
      'question',
    ]),
    conflicts: counter('bot_storage_conflicts_total', 'Saves that met a newer document', []),
    refusals: counter('bot_refused_requests_total', 'Requests that are not from a known channel, by reason', [
      'reason',
    ]),
    sends: counter('bot_sends_total', 'Replies given to a connector, by how it ended', ['outcome']),
    sendRetries: counter('bot_send_retries_total', 'Further tries to give a reply to a connector', []),
    faults: counter('bot_faults_total', 'Things that went wrong, by code', ['code']),
    overloads: counter('bot_overload_refusals_total', 'Messages not taken, by missing room', ['where']),
    turnSeconds: new Histogram({
      name: 'bot_turn_seconds',
      help: 'Time from a message to its replies',
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
  };
};

/** A figure that is read when somebody asks for it. */
export const addGauge = ({ registry }: Metrics, name: string, help: string, read: () => number): void => {
  const collect = function (this: Gauge): void {
    this.set(read());
  };
  registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
};
export type Metrics = ReturnType<typeof createMetrics>;
