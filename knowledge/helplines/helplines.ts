import { parse } from 'yaml';
import { z } from 'zod';
import { countries } from './country.ts';

const text = z.string().trim().min(1);
const inBoth = z.strictObject({ en: text, es: text });
const number = z.string().regex(/^\d[\d -]+\d$/);
const labels = { en: text, es: text.optional() };

/** One way to reach help; a label begins with what is dialled, so that a link shows the number. */
const contact = z.union([
  z.strictObject({ call: number, ...labels }),
  z.strictObject({ text: number, ...labels }),
  z.strictObject({ chat: z.url({ protocol: /^https$/ }), ...labels }),
]);
const some = z.array(contact).min(1);

/** As `statedCountry` compares it. */
const place = z.string().regex(/^[a-z]+( [a-z]+)*$/);

const country = z.strictObject({
  name: inBoth,
  places: z.array(place).min(1),
  emergency: z.string().regex(/^\d{3}$/),
  /** How to reach the crisis line, as the middle of a sentence: "call or text 988". */
  reach: inBoth,
  /** The same without a call. */
  text: inBoth,
  poison: inBoth.optional(),
  abuse: inBoth.optional(),
  child: inBoth.optional(),
  contacts: z.strictObject({
    emergency: some,
    line: some,
    more: some.optional(),
    poison: some.optional(),
    abuse: some.optional(),
    child: some.optional(),
    veterans: some.optional(),
    parents: some.optional(),
  }),
});

const helplinesSchema = z.strictObject({
  /** Year and month in which every number was last checked. */
  checked: z.string().regex(/^\d{4}-\d\d$/),
  danger: inBoth,
  noCountry: z.array(place),
  countries: z.record(z.enum(countries), country),
});

/** Who to call, by country (`helplines.yaml`). */
export type Helplines = z.infer<typeof helplinesSchema>;
export type CountryLines = z.infer<typeof country>;
export type ContactData = z.infer<typeof contact>;
/** The kinds of lines that a country may have. */
export type LineKind = keyof CountryLines['contacts'];

/** Reads the data of `helplines.yaml`; the error names the field at fault. */
export const readHelplines = (yamlText: string): Helplines => {
  const parsed = helplinesSchema.safeParse(parse(yamlText));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`helplines.yaml: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`);
};
