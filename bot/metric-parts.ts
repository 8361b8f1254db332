import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Values of a label: all that there can be, or ids of the knowledge base. Never anything that a person or a caller chose. */
export type LabelValues = readonly string[] | 'topics';
export type Labels<Name extends string> = Readonly<Record<Name, LabelValues>>;

/** A figure that is read when somebody asks for it; 0 until it is said where from. */
export interface ReadGauge {
  readFrom(read: () => number | Promise<number>): void;
}

/** Makes the figures of one registry, and remembers which values their labels can have. */
export class MetricParts {
  readonly registry = new Registry();
  readonly labels = new Map<string, Labels<string>>();

  /**
   * Every series whose labels are known begins at 0: of one that first appears with 1, Prometheus sees no increase,
   * and no alert would come of the first time.
   */
  counter<Name extends string>(name: string, help: string, labels: Labels<Name>): Counter<Name> {
    this.labels.set(name, labels);
    const labelNames = namesOf(labels);
    const counter = new Counter({ name, help, labelNames, registers: [this.registry] });
    for (const each of combinations(labels)) counter.inc(each, 0);
    return counter;
  }

  histogram<Name extends string>(
    name: string,
    help: string,
    labels: Labels<Name>,
    buckets: readonly number[],
  ): Histogram<Name> {
    this.labels.set(name, labels);
    const registers = [this.registry];
    const made = { name, help, labelNames: namesOf(labels), buckets: [...buckets], registers };
    const histogram = new Histogram(made);
    for (const each of combinations(labels)) histogram.zero(each);
    return histogram;
  }

  gauge(name: string, help: string): ReadGauge {
    this.labels.set(name, {});
    let source: () => number | Promise<number> = () => 0;
    const collect = async function (this: Gauge): Promise<void> {
      this.set(await source());
    };
    this.registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
    return { readFrom: (read) => (source = read) };
  }
}

const namesOf = <Name extends string>(labels: Labels<Name>): Name[] => Object.keys(labels) as Name[];

/** Every combination of values; none where one of the labels has no fixed list. */
const combinations = <Name extends string>(labels: Labels<Name>): readonly Record<Name, string>[] => {
  let all = [{}] as Record<Name, string>[];
  for (const name of namesOf(labels)) {
    const values = labels[name];
    if (values === 'topics') return [];
    all = all.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
  }
  return all;
};
