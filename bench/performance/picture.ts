import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Spread } from './figures.ts';

/** One bar: how many times the stock echo bot's figure; `ours` has the stronger colour. */
export interface Bar {
  readonly name: string;
  readonly ratio: Spread;
  readonly ours: boolean;
}

export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const width = 760;
const names = 270;
const scale = { left: names + 10, width: 400 };
const line = 22;
const head = 34;
const margin = 16;

/** Panels of bars below each other, with a line at the stock echo bot; half of the rounds lie in a bar's whisker. */
export const picture = (title: string, panels: readonly Panel[]): string => {
  let top = margin;
  const drawn = panels.map((panel) => {
    const at = top;
    top += head + panel.bars.length * line + margin;
    return panelAt(panel, at);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escapeHtml(title)}</title>`,
    `<desc id="desc">${escapeHtml(panels.map(inWords).join(' '))}</desc>`,
    `<rect width="${width}" height="${top}" fill="#ffffff"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
};

const inWords = ({ title, bars }: Panel): string =>
  `${title}: ${bars.map(({ name, ratio }) => `${name} ${ratio.median.toFixed(2)}`).join(', ')}.`;

const panelAt = ({ title, bars }: Panel, top: number): string => {
  const most = Math.max(1, ...bars.map(({ ratio }) => ratio.high));
  const placeOf = (value: number): number => round(scale.left + (value / most) * scale.width);
  const [one, begin, end] = [placeOf(1), top + head - 6, top + head + bars.length * line];
  return [
    `<text x="${margin}" y="${top + 16}" font-weight="600" fill="#1d2b33">${escapeHtml(title)}</text>`,
    ...bars.map((bar, at) => barAt(bar, top + head + at * line, placeOf)),
    `<line x1="${one}" y1="${begin}" x2="${one}" y2="${end}" stroke="#8a1c1c" stroke-dasharray="4 3"/>`,
  ].join('\n');
};

const barAt = ({ name, ratio, ours }: Bar, top: number, placeOf: (value: number) => number): string => {
  const [end, low, high] = [placeOf(ratio.median), placeOf(ratio.low), placeOf(ratio.high)];
  const middle = top + line / 2 - 2;
  return [
    `<text x="${names}" y="${middle + 4}" text-anchor="end" fill="#1d2b33">${escapeHtml(name)}</text>`,
    `<rect x="${scale.left}" y="${top}" width="${round(end - scale.left)}" height="${line - 5}" fill="${ours ? '#14566b' : '#9fb6bf'}"/>`,
    `<line x1="${low}" y1="${middle}" x2="${high}" y2="${middle}" stroke="#000000" stroke-width="1.5"/>`,
    `<text x="${round(Math.max(end, high) + 6)}" y="${middle + 4}" fill="#1d2b33">${ratio.median.toFixed(2)}</text>`,
  ].join('\n');
};

const round = (value: number): number => Math.round(value * 10) / 10;
