import { normalise } from '../language/normalise.ts';
import { tokenise } from '../language/tokenise.ts';
import { countries, type Country } from './country.ts';
import type { Helplines } from './helplines.ts';

/** Words that may stand between "I'm" and "in" without changing that the person is there. */
const between =
  '(?: (?:currently|now|right|still|also|just|actually|really|back|here|over|down|up|out|alone|stuck|at|home|living|' +
  'based|located|staying|studying|working|on|holiday|vacation|and|\\d\\d?|an?|student|nurse|teen|teenager|' +
  'girl|boy|guy|man|woman|mom|mum|mother|dad|father|person|veteran|visiting|btw)){0,4}';
const entre =
  '(?: (?:ahora|ahorita|mismo|actualmente|aqui|aca|solo|sola|viviendo|estudiando|trabajando)){0,3}';
const room = '(?: (?:in|at)(?: \\S+){1,2})?';
const rest = ' (?<rest>[^.!?\\n]{1,60})';

/** Ways to say where one is. Where one is counts for more than where one lives. */
const whereabouts = [
  `(?:im|i am|we are)${between}${room} in${rest}`,
  `here in${rest}`,
  `(?:hi|hello|hey) from${rest}`,
  `(?:^|[.,!?;:\\n] |im |i am |we are )(?:just |still )?(?:calling|texting|writing|messaging)(?: you)? from${rest}`,
  `(?:988|911) (?:doesnt|does not|wont|will not|dont|isnt|is not)(?: \\S+){0,2} in${rest}`,
  `(?:no|dont have|do not have) 988(?: here)? in${rest}`,
  `(?:estoy|estamos|me encuentro)${entre} en${rest}`,
  `(?:escribo|llamo|hablo|escribiendo|llamando) (?:desde|de)${rest}`,
  `(?:aqui|aca) en${rest}`,
].map((pattern) => new RegExp(`(?<![^ ])${pattern}`, 'g'));
const homes = [
  `(?:i|we) (?:\\S+ly )?live(?: here| alone| over| down)? in${rest}`,
  `(?:vivo|vivimos|resido)${entre} en${rest}`,
].map((pattern) => new RegExp(`(?<![^ ])${pattern}`, 'g'));

/** Before such words it is not said that the person is there; looked for in the three words before. */
const undoing =
  /(?:^| )(?:if|when|whenever|once|until|unless|wish|pretend|imagine|imagining|dream|dreamed|dreamt|thought|like|not|never|dont|didnt|says|said|thinks|si|cuando|ojala|no|nunca|como|sueno)(?: |$)/;
/** After such words it is about another time, or only a street or a thing is named after the place. */
const otherwise =
  /^(?:,? ?(?:next|tomorrow|later|soon|until|in \d|manana|luego|la proxima|el proximo)|street|st|road|rd|avenue|ave|lane|drive|square|bridge|house|hall|dorm|apartments|goose|mode|dry)(?: |$)/;
const about =
  /^(?:(?:the|el|la|los|las|north|south|east|west|central|greater|downtown|rural|northern|southern|eastern|western) )/;

/** Longer texts are read at both ends only. */
const mostRead = 2_000;

/**
 * The country that a person says they are in ("I'm in London", "vivo en Canadá"); the last one said. Undefined
 * where none of ours is named or it is not clear that they are there themselves: then the clinic's lines stay.
 */
export const statedCountry = (text: string, helplines: Helplines): Country | undefined => {
  const known = placesOf(helplines);
  const ends = text.length > 2 * mostRead ? `${text.slice(0, mostRead)} . ${text.slice(-mostRead)}` : text;
  const words = tokenise(normalise(ends)).join(' ');
  return lastIn(words, whereabouts, known) ?? lastIn(words, homes, known);
};

type Places = ReadonlyMap<string, Country | undefined>;

const read = new WeakMap<Helplines, Places>();

/** Put together once for each data, not for each message. */
const placesOf = (helplines: Helplines): Places => {
  const known = read.get(helplines) ?? joined(helplines);
  read.set(helplines, known);
  return known;
};

const joined = ({ countries: data, noCountry }: Helplines): Places =>
  new Map<string, Country | undefined>([
    ...countries.flatMap((country) => data[country].places.map((place) => [place, country] as const)),
    ...noCountry.map((place) => [place, undefined] as const),
  ]);

const lastIn = (words: string, patterns: readonly RegExp[], known: Places): Country | undefined => {
  const found = patterns
    .flatMap((pattern) => [...words.matchAll(pattern)])
    .flatMap((match) => {
      const country = isUndone(words.slice(0, match.index))
        ? undefined
        : at(match.groups?.['rest'] ?? '', known);
      return country === undefined ? [] : [{ country, index: match.index }];
    });
  return found.toSorted((a, b) => b.index - a.index)[0]?.country;
};

/** Only the words of the same clause count. */
const isUndone = (before: string): boolean => {
  const clause = before.split(/[.!?,;:\n]| but | and | pero | y /).at(-1) ?? '';
  return undoing.test(clause.trim().split(' ').slice(-3).join(' '));
};

/** The place that the words begin with, the longest first: "northern ireland" is not "ireland". */
const at = (words: string, known: Places): Country | undefined => {
  const said = words.replaceAll(' , ', ' ');
  for (let start = said; ; start = start.replace(about, '')) {
    const parts = start.split(' ');
    for (let length = Math.min(4, parts.length); length > 0; length -= 1) {
      const place = parts.slice(0, length).join(' ');
      if (known.has(place))
        return otherwise.test(parts.slice(length).join(' ')) ? undefined : known.get(place);
    }
    if (!about.test(start)) return undefined;
  }
};
