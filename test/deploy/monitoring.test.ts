import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { logEvents } from '../../bot/log-events.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { say } from '../support/emulator.ts';
import { figuresOf, type Figure } from '../support/figures.ts';
import { startService } from '../support/service.ts';
import { readQuery, type Selector } from './promql.ts';

const read = (name: string): string => readFileSync(join(projectRoot(), name), 'utf8');

const rule = z.strictObject({
  alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
});
const rules = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule).min(1) })) })
  .parse(parse(read('deploy/prometheus/alerts.yaml')))
  .groups.flatMap((group) => group.rules);

const target = z.object({ expr: z.string(), refId: z.string() });
const dashboard = z
  .object({
    uid: z.string(),
    title: z.string(),
    templating: z.object({ list: z.array(z.object({ name: z.string(), query: z.string() })) }),
    panels: z.array(
      z.object({
        id: z.number(),
        type: z.enum(['row', 'timeseries', 'stat']),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(target).optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('deploy/grafana/dashboard.json')));
const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** The anchors of a page, as GitHub makes them of its headings. */
const anchors = new Set(
  [...read('docs/operations.md').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  ),
);

/** Those that Prometheus itself adds to what it reads. */
const added = ['job', 'instance'];

/** The values that a matcher lets through are those that the code can give. */
const expectKnown = ({ name, matchers }: Selector, figures: readonly Figure[]): void => {
  if (name === 'up') return;
  const series = figures.filter((each) => each.name === name);
  expect(series, name).to.not.be.empty;
  const values = createMetrics().labels.get(name.replace(/_(bucket|sum|count)$/, '')) ?? {};
  for (const { label, value } of matchers.filter(({ label: each }) => !added.includes(each))) {
    const known = values[label];
    expect(known, `${name}{${label}}`).to.be.an('array');
    for (const one of value.split('|')) expect(known, `${name}{${label}="${one}"}`).to.include(one);
  }
};

describe('the alerts and the dashboard', () => {
  let figures: readonly Figure[];
  before(async () => {
    const service = await startService();
    try {
      await say(service.url, 'a', 'do you know a good recipe for banana bread');
      await say(service.url, 'a', 'what is an iop');
      await say(service.url, 'a', 'thanks, that helped');
      figures = await figuresOf(service.url);
    } finally {
      await service.stop();
    }
  });

  for (const expr of [...rules.map((each) => each.expr), ...queries])
    it(`ask for what the service has: ${expr}`, () => {
      const { selectors, grouping } = readQuery(expr);
      expect(selectors).to.not.be.empty;
      for (const selector of selectors) expectKnown(selector, figures);
      const labels = figures
        .filter(({ name }) => selectors.some((selector) => selector.name === name))
        .flatMap((each) => Object.keys(each.labels));
      expect([...labels, ...added]).to.include.members([...grouping]);
    });

  it('cover help in danger, the store, channels and load, each alert under a name of its own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).to.equal(rules.length);
    const asked = rules.flatMap(({ expr }) => readQuery(expr).selectors.map(({ name }) => name));
    for (const name of ['bot_crisis_reply_seconds_bucket', 'bot_storage_errors_total', 'bot_sends_total'])
      expect(asked).to.include(name);
    expect(queries.join(' '))
      .to.match(/"0\.5"|\(0\.5,/)
      .and.match(/0\.95/)
      .and.match(/0\.99/);
  });
});

describe('every alert', () => {
  for (const { alert, annotations, expr } of rules)
    it(`${alert} has a section that says what to do, and names only labels that its query keeps`, () => {
      const [page, anchor = ''] = annotations.runbook.split('#');
      expect(page).to.equal('docs/operations.md');
      expect(anchor).to.equal(alert.toLowerCase());
      expect(anchors).to.include(anchor);
      const named = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => label);
      const { grouping, selectors } = readQuery(expr);
      const kept =
        grouping.length > 0 ? grouping : selectors.flatMap(({ matchers }) => matchers.map((m) => m.label));
      expect([...kept]).to.include.members(named);
    });

  it('has no section that is left over', () => {
    const sections = [...read('docs/operations.md').matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(sections).to.have.members(rules.map(({ alert }) => alert));
  });

  it('is raised for each fault that has to be acted on: the others are listed here', () => {
    const covered = rules.flatMap(({ expr }) =>
      readQuery(expr).selectors.flatMap(({ name, matchers }) =>
        name === 'bot_faults_total' ? matchers.flatMap(({ value }) => value.split('|')) : [],
      ),
    );
    const elsewhere = ['send-not-taken', 'send-unknown', 'send-rejected', 'refused', 'uncaught-exception'];
    const harmless = ['card-update', 'sweep', 'unanswered'];
    const faults = Object.entries(logEvents).flatMap(([name, { level }]) =>
      level === 'debug' || level === 'info' ? [] : [name],
    );
    expect([...covered, ...elsewhere, ...harmless]).to.have.members(faults);
  });
});

describe('the dashboard', () => {
  it('has panels with an id of their own that do not lie over each other', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length);
    for (const [at, { gridPos: a, title }] of panels.entries())
      for (const { gridPos: b } of panels.slice(at + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart, title).to.equal(true);
      }
  });

  it('uses no variable that it does not have', () => {
    const known = [...dashboard.templating.list.map(({ name }) => name), '__rate_interval', '__interval'];
    const used = [...read('deploy/grafana/dashboard.json').matchAll(/\$\{?(\w+)/g)].map(([, name]) => name);
    expect(known).to.include.members(used);
  });
});
