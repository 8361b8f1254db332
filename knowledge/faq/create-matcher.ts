import { createSpeller } from '../language/spelling.ts';
import { createRanker } from './classifier.ts';
import { clearSentence } from './clear-sentence.ts';
import { candidatesOf, decideMatch } from './decide-match.ts';
import { followUpTopic, inContext } from './follow-up.ts';
import { openLexicon } from './lexicon.ts';
import { certain, type Candidate, type FaqMatch, type FaqMatcher } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import { longestText, read, type Reading } from './reader.ts';
import { twoQuestions } from './two-questions.ts';

const keyOf = ({ stems }: Reading): string => stems.join(' ');
/** Topics under another name; two that become one stay once. */
const renamed = ({ topics, offered, candidates }: FaqMatch, nameOf: (topic: string) => string): FaqMatch => {
  const found = new Map<string, Candidate>();
  for (const { topic, score } of candidates) {
    const name = nameOf(topic);
    if (!found.has(name)) found.set(name, { topic: name, score });
  }
  const each = (names: readonly string[]) => [...new Set(names.map(nameOf))];
  const asked = each(offered);
  return asked.length === 1
    ? { topics: asked, offered: [], candidates: [...found.values()] }
    : { topics: each(topics), offered: asked, candidates: [...found.values()] };
};

const nothing: FaqMatch = { topics: [], offered: [], candidates: [] };

/**
 * `titles` are pairs of topic and title (a Map will do; a topic may come more than once, for other languages):
 * typed or pressed, a title names its topic for certain.
 */
export const createMatcher = (
  model: MatcherModel,
  titles: Iterable<readonly [topic: string, title: string]>,
): FaqMatcher => {
  const speller = createSpeller(new Set(model.spelling.known), new Set(model.spelling.targets));
  const lexicon = openLexicon(model.phrases);
  const rank = createRanker(model, model.topics, lexicon);
  const named = new Map(Array.from(titles, ([topic, title]) => [keyOf(read(title, speller)), topic]));
  const judge = {
    rank: (text: string) => rank(read(text, speller)),
    candidates: (ranking: ReturnType<typeof rank>) => candidatesOf(ranking, model),
  };
  const decide = (text: string): FaqMatch => decideMatch(rank(read(text, speller)), model);
  const alone = (text: string, match: FaqMatch): readonly string[] | undefined => {
    const topic = match.topics.length > 0 ? undefined : clearSentence(text, match, decide);
    return topic === undefined ? undefined : [topic];
  };
  const guess = (text: string, reading: Reading, last: string | undefined): FaqMatch => {
    const meant = (topic: string): string => inContext(topic, reading, last, model.followUps, lexicon);
    const match = decideMatch(rank(reading), model);
    if (match.topics.length + match.offered.length === 0) return match;
    const two = twoQuestions(text, match.candidates, judge);
    const topics = two ?? alone(text, match) ?? match.topics;
    return renamed({ ...match, topics, offered: topics.length > 0 ? [] : match.offered }, meant);
  };
  return {
    match: (text, lastTopics = []) => {
      const message = text.slice(0, longestText);
      const reading = read(message, speller);
      if (reading.words.length === 0) return nothing;
      const topic =
        named.get(keyOf(reading)) ?? followUpTopic(reading, lastTopics[0], model.followUps, lexicon);
      return topic === undefined ? guess(message, reading, lastTopics[0]) : certain(topic);
    },
  };
};
