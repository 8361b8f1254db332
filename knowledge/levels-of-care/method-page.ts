import type { ScreeningTexts, Voiced } from '../texts/screening-texts.ts';
import { questions, tableVersion, type Question } from './questions.ts';
import { rules, type Condition, type Rule } from './rules.ts';

/** The public page on how the screening decides (Markdown), from the data that it runs on. */
export const screeningMethod = (texts: ScreeningTexts): string => {
  const { method } = texts;
  const { number, question, options, facts, rule, condition, outcome, reason } = method.columns;
  const parts = [
    `# ${method.title}`,
    filled(method.intro),
    `## ${method.questions}`,
    method.questionsIntro,
    table(
      [number, 'id', question, options, facts],
      questions.map((each, at) => questionRow(each, at, texts)),
    ),
    `## ${method.rules}`,
    method.rulesIntro,
    table(
      [rule, condition, outcome, reason, facts],
      rules.map((each) => ruleRow(each, texts)),
    ),
    `## ${method.properties}`,
    method.propertyList.map((line) => `- ${line}`).join('\n'),
    `## ${method.kept}`,
    method.keptText,
  ];
  return `${parts.join('\n\n')}\n`;
};

const questionRow = ({ id, options, facts, skippable }: Question, at: number, texts: ScreeningTexts) => {
  const { text, options: labels } = texts.questions[id];
  const choices = options.map((option) => `\`${option}\` ${asSelf(labels[option] ?? '')}`);
  const all = skippable ? [...choices, `\`skip\` ${texts.method.skip}`] : choices;
  return [String(at + 1), `\`${id}\``, asSelf(text), all.join('<br>'), source(facts, texts)];
};

const ruleRow = ({ id, when, outcome, facts }: Rule, texts: ScreeningTexts) => {
  const conditions = when.map((each) => conditionText(each, texts));
  const joined = conditions.join(`<br>${texts.method.any} `);
  return [id, joined, `\`${outcome}\``, texts.rules[id].reason, source(facts, texts)];
};

const conditionText = (condition: Condition, { method }: ScreeningTexts): string => {
  const parts = Object.entries(condition);
  if (parts.length === 0) return method.otherwise;
  return parts
    .map(([id, values]) => `\`${id}\` = ${values.map((value) => `\`${value}\``).join(` ${method.any} `)}`)
    .join(', ');
};

const source = (facts: readonly string[], { method }: ScreeningTexts): string =>
  facts.length === 0 ? method.beyond : facts.join(', ');

const asSelf = (text: Voiced): string => (typeof text === 'string' ? text : text.self);
const filled = (text: string): string => text.replaceAll('{table}', tableVersion).replaceAll('{danger}', '');

/** Columns as wide as their widest cell: the form that the formatter keeps. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};
