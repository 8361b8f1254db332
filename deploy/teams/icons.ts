import { encodePng } from './encode-png.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** Whether a shape covers a point of the drawing, which is 32 by 32. */
type Shape = (x: number, y: number) => boolean;
interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const grid = 32;
/** Points by which a pixel's share of a shape is measured, along each side. */
const samples = 4;
const teal: Colour = [0x14, 0x56, 0x6b];
const white: Colour = [0xff, 0xff, 0xff];

const box =
  ({
    left,
    top,
    right,
    bottom,
    round,
  }: Readonly<Record<'left' | 'top' | 'right' | 'bottom' | 'round', number>>): Shape =>
  (x, y) => {
    const across = Math.max(left + round - x, x - (right - round), 0);
    const down = Math.max(top + round - y, y - (bottom - round), 0);
    return across * across + down * down <= round * round;
  };

/** A speech bubble is a box with round corners and a tail; what is inside of its edge is left out of the outline. */
const outer = box({ left: 2, top: 4, right: 30, bottom: 24, round: 3 });
const inner = box({ left: 4, top: 6, right: 28, bottom: 22, round: 1 });
const tail: Shape = (x, y) => y >= 24 && y <= 30 && x >= 7 && x - 7 <= ((30 - y) * 7) / 6;
const bubble: Shape = (x, y) => outer(x, y) || tail(x, y);

/** Levels of care, low to high. */
const bars = [8, 14, 20].map((left, at) =>
  box({ left, top: 16 - at * 4, right: left + 4, bottom: 20, round: 0.5 }),
);
const steps: Shape = (x, y) => bars.some((bar) => bar(x, y));

const smaller =
  (shape: Shape): Shape =>
  (x, y) =>
    shape((x - grid / 2) / 0.6 + grid / 2, (y - grid / 2) / 0.6 + grid / 2 + 1);

/** The app in Teams' list: 192 by 192, the drawing well within the part that no mask cuts off. */
export const colourIcon = (): Uint8Array =>
  draw(192, [
    { shape: () => true, colour: teal },
    { shape: smaller(bubble), colour: white },
    { shape: smaller(steps), colour: teal },
  ]);

/** The pinned app: 32 by 32, white lines on nothing. */
export const outlineIcon = (): Uint8Array =>
  draw(32, [{ shape: (x, y) => (bubble(x, y) && !inner(x, y)) || steps(x, y), colour: white }]);

const draw = (size: number, layers: readonly Layer[]): Uint8Array => {
  const rgba = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1)
    rgba.set(pixel(at % size, Math.floor(at / size), size, layers), at * 4);
  return encodePng({ size, rgba });
};

/** What lies on top hides what is below, by the share of the pixel that it covers. */
const pixel = (column: number, row: number, size: number, layers: readonly Layer[]): readonly number[] => {
  let [colour, solid]: [readonly number[], number] = [layers[0]?.colour ?? white, 0];
  for (const layer of layers) {
    const share = coverage(layer.shape, column, row, size);
    colour = colour.map((part, at) => part * (1 - share) + (layer.colour[at] ?? 0) * share);
    solid += (1 - solid) * share;
  }
  return [...colour, solid * 255].map(Math.round);
};

const coverage = (shape: Shape, column: number, row: number, size: number): number => {
  let covered = 0;
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = column + ((sample % samples) + 0.5) / samples;
    const y = row + (Math.floor(sample / samples) + 0.5) / samples;
    if (shape((x * grid) / size, (y * grid) / size)) covered += 1;
  }
  return covered / (samples * samples);
};
