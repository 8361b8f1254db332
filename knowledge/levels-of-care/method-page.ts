import { joined, type Block, type Document, type Line, type Row } from '../document/document.ts';
import { asSelf, conditionLines, type MethodWords } from './condition-words.ts';
import { questions, tableDate, tableVersion, type Question } from './questions.ts';
import { rules, type Rule } from './rules.ts';
import { tablePicture } from './table-picture.ts';

/** The public page on how the screening decides, from the data that it runs on. */
export const screeningMethod = (words: MethodWords): Document => {
  const { method } = words;
  const { number, question, options, facts, rule, name, condition, outcome, reason, fact } = method.columns;
  return {
    title: method.title,
    blocks: [
      { kind: 'text', text: method.intro },
      { kind: 'text', text: filled(method.version) },
      heading(method.picture.title),
      {
        kind: 'figure',
        file: 'images/screening-table.svg',
        alt: method.picture.alt,
        svg: tablePicture(words),
        caption: method.picture.caption,
      },
      heading(method.questions),
      { kind: 'text', text: method.questionsIntro },
      {
        kind: 'records',
        head: [number, question, options, facts],
        rows: questions.map((each, at) => questionRow(each, at, words)),
      },
      heading(method.rules),
      { kind: 'text', text: method.rulesIntro },
      {
        kind: 'records',
        head: [rule, name, condition, outcome, reason, facts],
        rows: rules.map((each) => ruleRow(each, words)),
      },
      ...sources(words, [number, fact]),
      heading(method.properties),
      { kind: 'bullets', items: method.propertyList.map((line) => [line]) },
      heading(method.kept),
      { kind: 'text', text: method.keptText },
    ],
  };
};

/** Every fact that a question or rule names, and what none stands behind. */
const sources = ({ method }: MethodWords, head: readonly string[]): readonly Block[] => [
  heading(method.facts),
  { kind: 'text', text: method.factsIntro },
  {
    kind: 'records',
    head,
    rows: Object.entries(method.factList).map(([id, text]) => ({ id, cells: [[[text]]] })),
  },
  heading(method.beyondTitle),
  { kind: 'text', text: method.beyondIntro },
  { kind: 'bullets', items: method.beyondList.map(({ of, text }) => [{ code: of }, ` ${text}`]) },
];

const questionRow = ({ id, options, facts, skippable }: Question, at: number, words: MethodWords): Row => {
  const { method, screening } = words;
  const { text, options: labels } = screening.questions[id];
  const choices = options.map((option): Line => [{ code: option }, ` ${asSelf(labels[option] ?? '')}`]);
  const skip: Line = [{ code: 'skip' }, ` ${method.skip}`];
  return {
    id: String(at + 1),
    cells: [
      [[`${asSelf(text)} `, { code: id }]],
      skippable ? [...choices, skip] : choices,
      [source(facts, words)],
    ],
  };
};

const ruleRow = (rule: Rule, words: MethodWords): Row => {
  const { name, reason } = words.screening.rules[rule.id];
  const outcome: Line = [`${words.method.outcomes[rule.outcome]} `, { code: rule.outcome }];
  return {
    id: rule.id,
    cells: [[[name]], conditionLines(rule, words), [outcome], [[reason]], [source(rule.facts, words)]],
  };
};

const source = (facts: readonly string[], { method }: MethodWords): Line =>
  facts.length === 0
    ? [method.beyond]
    : joined(
        facts.map((ref) => ({ ref })),
        method.all,
      );

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const filled = (text: string): string =>
  text.replaceAll('{table}', tableVersion).replaceAll('{date}', tableDate);
