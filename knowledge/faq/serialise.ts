import type { MatcherModel } from './model.ts';

/** Raised with every change of the layout, so that an old file is refused and not misread. */
const version = 2;

type Header = Omit<MatcherModel, 'space' | 'linear'> & {
  readonly version: number;
  readonly unknown: number;
  readonly bias: readonly number[];
  readonly features: number;
};

const bytesOf = (array: Uint32Array | Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Length of the header, the header as JSON padded to four bytes, then the arrays (in this machine's byte order). */
export const serialise = (model: MatcherModel): Uint8Array => {
  const { space, linear, ...rest } = model;
  const header: Header = {
    ...rest,
    version,
    unknown: space.unknown,
    bias: [...linear.bias],
    features: space.hashes.length,
  };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = bytesOf(Uint32Array.of(padded.length));
  return Buffer.concat([
    length,
    padded,
    ...[space.hashes, space.idf, linear.scales, linear.weights].map(bytesOf),
  ]);
};

export const deserialise = (file: Uint8Array): MatcherModel => {
  const bytes = new Uint8Array(file).buffer;
  const [length = 0] = new Uint32Array(bytes, 0, 1);
  const header = JSON.parse(Buffer.from(bytes, 4, length).toString()) as Header; // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own file, and its version is checked next
  if (header.version !== version)
    throw new Error(`The matcher file is of version ${header.version}, not ${version}: build it anew.`);
  const { version: _, unknown, bias, features, ...rest } = header;
  const start = 4 + length;
  const size = features * 4;
  return {
    ...rest,
    space: {
      hashes: new Uint32Array(bytes, start, features),
      idf: new Float32Array(bytes, start + size, features),
      unknown,
    },
    linear: {
      scales: new Float32Array(bytes, start + 2 * size, features),
      weights: new Int8Array(bytes, start + 3 * size, features * bias.length),
      bias: Float32Array.from(bias),
      classes: bias.length,
    },
  };
};
