import { read } from '../faq/reader.ts';
import type { KeptQuestion } from '../unanswered/kept-question.ts';

/** Questions in nearly the same words, which nothing answered. `topic` came nearest. */
export interface Gap {
  readonly topic: string;
  readonly questions: readonly KeptQuestion[];
}

/** Share of common word stems from which two questions ask the same. */
const sameFrom = 0.4;
const carriers = new Set(
  'a an the i im my me you your do does can could would have has get need is are be it to of for in on at and or if any there what how when where who el la los las un una de en y o que como es mi su para'.split(
    ' ',
  ),
);

type Stems = ReadonlySet<string>;

/** Groups by nearest topic and wording: most often asked first. */
export const gapsOf = (questions: readonly KeptQuestion[]): readonly Gap[] => {
  const groups: { topic: string; stems: Stems; questions: KeptQuestion[] }[] = [];
  for (const question of questions) {
    const stems = contentOf(question.text);
    const group = groups.find(
      ({ topic, stems: theirs }) => topic === question.topic && overlap(stems, theirs) >= sameFrom,
    );
    if (group === undefined) groups.push({ topic: question.topic, stems, questions: [question] });
    else group.questions.push(question);
  }
  return groups
    .map(({ topic, questions: asked }) => ({ topic, questions: asked }))
    .toSorted((a, b) => b.questions.length - a.questions.length || a.topic.localeCompare(b.topic));
};

const contentOf = (text: string): Stems => {
  const { words, stems } = read(text.replaceAll('[...]', ' '));
  const content = stems.filter((_, at) => !carriers.has(words[at] ?? ''));
  return new Set(content.length > 0 ? content : stems);
};

const overlap = (one: Stems, other: Stems): number => {
  const common = [...one].filter((stem) => other.has(stem)).length;
  return common / Math.max(1, one.size + other.size - common);
};
