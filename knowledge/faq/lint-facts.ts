import type { Entry } from './entry.ts';
import type { Fact, Guard } from './fact.ts';
import { textFields, type TextField } from './lint-fields.ts';
import type { Finding } from './lint.ts';

/** "You can ask" is no hedge, and neither is "can not". */
const hedges = {
  en: /\b(?:may|might|often|typically|usually|sometimes|at times)\b|(?<!\b(?:you|i) )\bcan\b(?! not)/i,
  es: /(?<!\p{L})(?:(?<!no )pueden?(?! (?:usted|preguntar))|podrían?|suelen?|a menudo|a veces|muchas veces|con frecuencia|por lo general|generalmente|normalmente|típicamente)(?!\p{L})/iu,
} as const;

/** Facts are known and all used, and the care with which the article states them is kept. */
export const lintFacts = (
  entries: ReadonlyMap<string, Entry>,
  facts: readonly Fact[],
): readonly Finding[] => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const all = [...entries.values()];
  const used = new Set(all.flatMap((entry) => entry.facts));
  return [
    ...all.flatMap((entry) => lintEntry(entry, byId)),
    ...facts.filter(({ fact, hedged }) => !hedged && hedges.en.test(fact)).map(unmarked),
    ...facts
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => ({
        entry: 'facts.json',
        field: id,
        rule: 'unused-fact',
        message: 'is used by no entry. Use it in one.',
      })),
  ];
};

const unmarked = ({ id }: Fact): Finding => ({
  entry: 'facts.json',
  field: id,
  rule: 'unmarked-hedge',
  message: 'says "may", "often" or the like, but is not marked. Write "hedged": true.',
});

const lintEntry = (entry: Entry, byId: ReadonlyMap<string, Fact>): readonly Finding[] => {
  const known = entry.facts.flatMap((id) => byId.get(id) ?? []);
  return [...factIds(entry, byId), ...lostHedges(entry, known), ...lostWords(entry, known)];
};

const factIds = (entry: Entry, byId: ReadonlyMap<string, Fact>): readonly Finding[] => {
  const unknown = entry.facts.filter((id) => !byId.has(id));
  const findings = unknown.map((id) =>
    finding(entry, 'facts', 'unknown-fact', `names ${id}, which facts.json lacks. Mend the id.`),
  );
  if (entry.group !== 'article' || entry.facts.length > 0) return findings;
  return [
    ...findings,
    finding(entry, 'facts', 'no-fact', 'is empty. Name the facts that this answer rests on.'),
  ];
};

const lostHedges = (entry: Entry, known: readonly Fact[]): readonly Finding[] => {
  const hedged = known.filter((fact) => fact.hedged).map(({ id }) => id);
  if (hedged.length === 0 || entry.group === 'conversation') return [];
  return spoken(entry)
    .filter(({ text, language }) => !hedges[language].test(text))
    .map(({ field }) =>
      finding(entry, field, 'hedge', `rests on ${hedged.join(', ')}. Say "may", "often" or the like.`),
    );
};

const lostWords = (entry: Entry, known: readonly Fact[]): readonly Finding[] =>
  known.flatMap(({ id, guard }) =>
    guard === undefined
      ? []
      : spoken(entry).flatMap((field) =>
          missing(field, guard[field.language]).map((words) =>
            finding(entry, field.field, 'lost-words', `rests on ${id}. Say "${words.join('" or "')}".`),
          ),
        ),
  );

/** The groups of words of which a text has none, though it speaks of the fact. */
const missing = ({ text }: TextField, { mark, keep }: Guard): readonly (readonly string[])[] => {
  const lower = text.toLowerCase();
  return new RegExp(mark, 'iu').test(text)
    ? keep.filter((group) => !group.some((word) => lower.includes(word)))
    : [];
};

const spoken = (entry: Entry): readonly TextField[] =>
  textFields(entry).filter(({ name }) => name !== 'title');

const finding = ({ id }: Entry, field: string, rule: string, message: string): Finding => ({
  entry: id,
  field,
  rule,
  message,
});
