import type { Spoken } from './lint-fields.ts';
import type { Finding } from './lint.ts';
import { read } from './reader.ts';

/** Titles that the matcher reads as the same, so that a pressed one could mean either entry. */
export const lintTitles = (entries: readonly Spoken[]): readonly Finding[] => {
  const owners = new Map<string, string>();
  return entries.flatMap(({ id, title, es }) =>
    [{ field: 'title', text: title }, ...(es ? [{ field: 'es.title', text: es.title }] : [])].flatMap(
      ({ field, text }) => {
        const plain = read(text).stems.join(' ');
        const owner = owners.get(plain);
        owners.set(plain, id);
        if (owner === undefined || owner === id) return [];
        return [
          {
            entry: id,
            field,
            rule: 'title-twice',
            message: `"${text}" stands in ${owner} too. Find another.`,
          },
        ];
      },
    ),
  );
};
