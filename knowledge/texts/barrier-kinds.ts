/** What may stand between a person and the help that was named, in the order in which it is looked for. */
export const barrierKinds = [
  'secret',
  'police',
  'wait',
  'cost',
  'call',
  'alone',
  'hospital',
  'bot',
  'useless',
  'refuse',
] as const;
export type BarrierKind = (typeof barrierKinds)[number];
