import type { Entry } from './entry.ts';

export type TextName = 'title' | 'short' | 'full';

/** One text of an entry. `field` is where it stands in the file: `short`, `es.full`. */
export interface TextField {
  readonly field: string;
  readonly name: TextName;
  readonly language: 'en' | 'es';
  readonly text: string;
}

const textNames = ['title', 'short', 'full'] as const;

/** The parts of an entry that a person may read. */
export type Spoken = Pick<Entry, 'id' | TextName | 'es'>;

/** What a person may read of an entry, in each language it has. */
export const textFields = (entry: Spoken): readonly TextField[] => {
  const { es } = entry;
  const english = textNames.map((name) => ({
    field: name,
    name,
    language: 'en' as const,
    text: entry[name],
  }));
  if (es === undefined) return english;
  return [
    ...english,
    ...textNames.map((name) => ({ field: `es.${name}`, name, language: 'es' as const, text: es[name] })),
  ];
};
