import type { MatcherModel } from './model.ts';
import type { WayIndex } from './way-index.ts';

/** Raised with every change of the layout, so that an old file is refused and not misread. */
const version = 3;

type Header = Omit<MatcherModel, 'space' | 'linear' | 'index'> & {
  readonly version: number;
  readonly unknown: number;
  readonly bias: readonly number[];
  readonly features: number;
  readonly index?: { readonly ways: number; readonly postings: number; readonly largest: number };
};

type Numbers = Uint32Array | Float32Array | Int8Array | Uint8Array;

const bytesOf = (array: Numbers): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const headerOf = ({ space, linear, index, ...rest }: MatcherModel): Header => ({
  ...rest,
  version,
  unknown: space.unknown,
  bias: [...linear.bias],
  features: space.hashes.length,
  ...(index && {
    index: { ways: index.topicOf.length, postings: index.ways.length, largest: index.largest },
  }),
});

/**
 * Length of the header, the header as JSON padded to four bytes, then the arrays (in this machine's byte order),
 * those of four-byte numbers first.
 */
export const serialise = (model: MatcherModel): Uint8Array => {
  const { space, linear, index } = model;
  const json = Buffer.from(JSON.stringify(headerOf(model)));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const arrays: readonly Numbers[] = [
    Uint32Array.of(padded.length),
    padded,
    space.hashes,
    space.idf,
    linear.scales,
    ...(index ? [index.starts, index.ways, index.topicOf] : []),
    linear.weights,
    ...(index ? [index.weights] : []),
  ];
  return Buffer.concat(arrays.map(bytesOf));
};

/** Cuts a buffer into arrays, one after the other. */
const cutter = (bytes: ArrayBuffer, start: number) => {
  let at = start;
  const take = (count: number, size: number): [ArrayBuffer, number, number] => {
    at += count * size;
    return [bytes, at - count * size, count];
  };
  return {
    words: (count: number) => new Uint32Array(...take(count, 4)),
    floats: (count: number) => new Float32Array(...take(count, 4)),
    signed: (count: number) => new Int8Array(...take(count, 1)),
    bytes: (count: number) => new Uint8Array(...take(count, 1)),
  };
};

/** The arrays stay where they are in the file's own memory, which is then theirs: a copy would double it. */
export const deserialise = (file: Uint8Array): MatcherModel => {
  const { buffer, byteOffset: start } = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const bytes = buffer as ArrayBuffer; // oxlint-disable-line typescript/no-unsafe-type-assertion -- what is read from a file is never shared
  const [length = 0] = new Uint32Array(bytes, start, 1);
  const header = JSON.parse(Buffer.from(bytes, start + 4, length).toString()) as Header; // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own file, and its version is checked next
  if (header.version !== version)
    throw new Error(`The matcher file is of version ${header.version}, not ${version}: build it anew.`);
  const { version: _, unknown, bias, features, index, ...rest } = header;
  const cut = cutter(bytes, start + 4 + length);
  const space = { hashes: cut.words(features), idf: cut.floats(features), unknown };
  const scales = cut.floats(features);
  const lists = index && openLists(cut, features, index);
  const linear = {
    scales,
    weights: cut.signed(features * bias.length),
    bias: Float32Array.from(bias),
    classes: bias.length,
  };
  if (!index || !lists) return { ...rest, space, linear };
  return { ...rest, space, linear, index: { ...lists, weights: cut.bytes(index.postings) } };
};

const openLists = (
  cut: ReturnType<typeof cutter>,
  features: number,
  { ways, postings, largest }: NonNullable<Header['index']>,
): Omit<WayIndex, 'weights'> => ({
  starts: cut.words(features + 1),
  ways: cut.words(postings),
  topicOf: cut.words(ways),
  largest,
});
