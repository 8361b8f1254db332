/** Forms that no rule reaches, as `stem: forms`. */
const irregular: Readonly<Record<string, string>> = {
  be: 'am is are was were been being im youre hes shes theyre',
  die: 'dies died dying',
  do: 'does did done doing',
  have: 'has had having ive',
  go: 'goes went gone going gonna',
  take: 'took taken takes taking',
  give: 'gave given gives giving',
  hang: 'hung',
  hurt: 'hurts hurting',
  cut: 'cuts cutting',
  hit: 'hits hitting',
  shoot: 'shot shoots shooting',
  leave: 'left leaves leaving',
  lose: 'lost losing loses',
  feel: 'felt',
  find: 'found',
  think: 'thought',
  say: 'said says',
  tell: 'told',
  write: 'wrote written writing writes',
  buy: 'bought',
  bring: 'brought',
  drink: 'drank drunk',
  eat: 'ate eaten',
  sleep: 'slept',
  wake: 'woke woken waking wakes',
  break: 'broke broken',
  choose: 'chose chosen',
  choke: 'choked choking',
  drive: 'drove driven driving',
  drown: 'drowned',
  end: 'ended ending ends',
  fall: 'fell fallen',
  fight: 'fought',
  get: 'got gotten getting gets',
  keep: 'kept',
  know: 'knew known',
  make: 'made making makes',
  put: 'putting puts',
  run: 'ran running runs',
  see: 'saw seen',
  sit: 'sat sitting sits',
  stand: 'stood',
  stop: 'stopped stopping',
  swallow: 'swallowed',
  bleed: 'bled',
  stab: 'stabbed stabbing',
  throw: 'threw thrown',
  try: 'tried tries trying',
  want: 'wanna',
  live: 'living lives lived',
  child: 'children',
  person: 'people ppl',
  wife: 'wives',
  knife: 'knives',
  life: 'lifes',
  pay: 'paid',
  send: 'sent',
  sell: 'sold',
  hold: 'held',
  bury: 'buried',
  jump: 'jumped jumping',
  kill: 'killed killing kills',
  come: 'came coming',
  begin: 'began begun',
  speak: 'spoke spoken',
  steal: 'stole stolen',
  swim: 'swam',
  wear: 'wore worn',
};

const forms: ReadonlyMap<string, string> = new Map(
  Object.entries(irregular).flatMap(([stem, all]) => [
    [stem, stem] as [string, string],
    ...all.split(' ').map((form): [string, string] => [form, stem]),
  ]),
);

const undoubled = (word: string): string =>
  /([b-df-hj-kmnp-rtv-z])\1$/.test(word) ? word.slice(0, -1) : word;

const withoutEnding = (word: string): string => {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  if (word.endsWith('ing') && word.length > 5) return undoubled(word.slice(0, -3));
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && word.length > 4) return undoubled(word.slice(0, -2));
  return word;
};

const withoutE = (word: string): string => (word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word);

/**
 * A light English stem: forms of one word meet ("killed", "killing" → `kill`); derived words stay apart.
 * Words of other languages pass nearly unchanged, as only plain endings are cut.
 */
export const stem = (word: string): string => {
  const known = forms.get(word);
  if (known !== undefined) return known;
  return word.length < 4 ? word : withoutE(withoutEnding(word));
};
