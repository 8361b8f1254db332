import { escapeHtml } from '../document/escape-html.ts';
import { plainLine } from '../document/document.ts';
import { conditionLines, type MethodWords } from './condition-words.ts';
import { rules, type Rule } from './rules.ts';
import { rankOf } from './severity.ts';

/*
 * Drawn for the narrowest screen: 320 units are 320 pixels there, and more of them on wider ones.
 * Sizes are in these units. The page's styles may give other colours by the class names.
 */
const width = 320;
const box = { left: 32, width: 166, letters: 23 };
const chip = { left: 212, width: 106, letters: 12 };
const lineHeight = 15;
const padding = 8;
const gap = 14;
const headHeight = 56;
const rail = 15;

interface Step {
  readonly rule: Rule;
  readonly condition: readonly string[];
  readonly outcome: readonly string[];
  readonly top: number;
  readonly height: number;
}

/** The rules from top to bottom with the outcome of each, as SVG with a title and a description. */
export const tablePicture = (words: MethodWords): string => {
  const steps = stepsOf(words);
  const last = steps.at(-1);
  const height = (last ? last.top + last.height : headHeight) + gap;
  const { picture } = words.method;
  const parts = [
    `<svg class="table-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="table-title table-desc" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="table-title">${escapeHtml(picture.alt)}</title>`,
    `<desc id="table-desc">${escapeHtml(description(words))}</desc>`,
    `<rect class="ground" width="${width}" height="${height}" fill="#ffffff"/>`,
    texts('note', wrapped(picture.read, 36), { x: rail - 10, y: 8 }, 'fill="#46565f"'),
    ...steps.map((step, at) => drawn(step, steps[at + 1])),
    '</svg>',
  ];
  return parts.join('\n');
};

/** The whole picture in words. */
const description = (words: MethodWords): string =>
  rules
    .map((rule) => {
      const condition = conditionLines(rule, words).map(plainLine).join(' ');
      return `${rule.id}. ${condition}: ${words.method.outcomes[rule.outcome]}.`;
    })
    .join(' ');

const stepsOf = (words: MethodWords): readonly Step[] => {
  let top = headHeight;
  return rules.map((rule) => {
    const condition = conditionLines(rule, words).flatMap((line) => wrapped(plainLine(line), box.letters));
    const outcome = wrapped(words.method.outcomes[rule.outcome], chip.letters);
    const height = Math.max(condition.length, outcome.length) * lineHeight + 2 * padding;
    const step = { rule, condition, outcome, top, height };
    top += height + gap;
    return step;
  });
};

const drawn = (step: Step, next: Step | undefined): string => {
  const { rule, condition, outcome, top, height } = step;
  const middle = top + height / 2;
  const loud = rankOf[rule.outcome] >= rankOf['detox-or-24h'];
  const kind = rule.outcome === 'crisis' ? 'alarm' : loud ? 'strong' : 'soft';
  const fill = { alarm: '#8a1c1c', strong: '#14566b', soft: '#e3eef1' }[kind];
  const ink = kind === 'soft' ? '#1d2b33' : '#ffffff';
  return [
    ...(next ? [arrow(rail, middle + 11, rail, next.top + next.height / 2 - 12)] : []),
    `<circle class="mark" cx="${rail}" cy="${middle}" r="12" fill="#e3eef1"/>`,
    texts(
      'mark-text',
      [rule.id],
      { x: rail, y: middle - 7 },
      'fill="#1d2b33" font-size="10" text-anchor="middle"',
    ),
    `<rect class="box" x="${box.left}" y="${top}" width="${box.width}" height="${height}" rx="6" fill="#f5f8f9" stroke="#c9d5da"/>`,
    texts('box-text', condition, { x: box.left + padding, y: centred(condition, middle) }, 'fill="#1d2b33"'),
    arrow(box.left + box.width, middle, chip.left - 2, middle),
    `<rect class="${kind}" x="${chip.left}" y="${centred(outcome, middle) - padding}" width="${chip.width}" height="${outcome.length * lineHeight + 2 * padding}" rx="6" fill="${fill}"/>`,
    texts(
      `${kind}-text`,
      outcome,
      { x: chip.left + chip.width / 2, y: centred(outcome, middle) },
      `fill="${ink}" font-weight="600" text-anchor="middle"`,
    ),
  ].join('\n');
};

const centred = (lines: readonly string[], middle: number): number =>
  middle - (lines.length * lineHeight) / 2;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `y` is the upper edge of the first line. */
const texts = (name: string, lines: readonly string[], { x, y }: Point, attributes: string): string => {
  const rows = lines.map(
    (line, at) => `<tspan x="${x}" y="${y + at * lineHeight + 11}">${escapeHtml(line)}</tspan>`,
  );
  return `<text class="${name}" ${attributes}>${rows.join('')}</text>`;
};

/** To the right or down. */
const arrow = (x1: number, y1: number, x2: number, y2: number): string => {
  const head = y1 === y2 ? `M${x2 - 5} ${y2 - 4}l5 4l-5 4` : `M${x2 - 4} ${y2 - 5}l4 5l4 -5`;
  return `<path class="arrow" d="M${x1} ${y1}L${x2} ${y2}${head}" fill="none" stroke="#46565f"/>`;
};

/** Lines of at most so many letters, broken between words. */
const wrapped = (text: string, letters: number): readonly string[] =>
  text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > letters) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
