import type { Lexicon } from './lexicon.ts';
import type { RiskModel } from './model.ts';
import type { RiskData } from './risk-data.ts';

/** What the build writes and the service reads at start: the checked lexicon as JSON, the model as bytes. */
export interface RiskArtefact {
  readonly lexicon: string;
  readonly model: Uint8Array;
}

const headLengthBytes = 4;

/** Four bytes with the length of a JSON head, the head, then one byte for each weight. */
const packModel = ({ weights, ...head }: RiskModel): Uint8Array => {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(headLengthBytes + text.length + weights.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, headLengthBytes);
  bytes.set(
    new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
    headLengthBytes + text.length,
  );
  return bytes;
};

/** Takes what `serialiseRiskData` made of the model; throws where it does not fit. The weights stay where they are. */
export const unpackModel = (bytes: Uint8Array): RiskModel => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const start = headLengthBytes + length;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(headLengthBytes, start))) as Omit<
    RiskModel,
    'weights'
  >;
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  if (weights.length !== head.buckets * head.bias.length)
    throw new Error('the risk model is cut short or of another version; build it again');
  return { ...head, weights };
};

/** Stands in for the texts of pattern parts, which only tell parts apart from here on. */
const shortTexts = (): ((key: string, value: unknown) => unknown) => {
  const known = new Map<unknown, string>();
  return (key, value) => {
    if (key !== 'text') return value;
    const short = known.get(value) ?? known.size.toString(36);
    known.set(value, short);
    return short;
  };
};

export const serialiseRiskData = ({ lexicon, model }: RiskData): RiskArtefact => ({
  lexicon: JSON.stringify({ ...lexicon, classes: [...lexicon.classes] }, shortTexts()),
  model: packModel(model),
});

/** Takes what `serialiseRiskData` made of the lexicon; it was checked when it was built. */
export const openLexicon = (text: string): Lexicon => {
  const plain = JSON.parse(text) as Omit<Lexicon, 'classes'> & {
    classes: readonly (readonly [string, readonly string[]])[];
  };
  return { ...plain, classes: new Map(plain.classes) };
};

export const deserialiseRiskData = ({ lexicon, model }: RiskArtefact): RiskData => ({
  lexicon: openLexicon(lexicon),
  model: unpackModel(model),
});
