/** One line of a page of figures: `name{label="value",…} figure`. */
export interface Figure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads what `/metrics` answers; throws at a line that is none of the format. */
export const readFigures = (page: string): readonly Figure[] =>
  page
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`no figure: ${line}`);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
        ([, key, of]) => [key, of] as const,
      );
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });

export const figuresOf = async (url: string): Promise<readonly Figure[]> => {
  const response = await fetch(`${url}/metrics`);
  if (response.status !== 200) throw new Error(`/metrics answered ${response.status}`);
  return readFigures(await response.text());
};

/** The sum of all series of a name that have these labels. */
export const sumOf = (
  figures: readonly Figure[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number =>
  figures
    .filter((each) => each.name === name)
    .filter((each) => Object.entries(labels).every(([label, value]) => each.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);

/** One figure of a running service, as `/metrics` writes it without the number; 0 where it was never counted. */
export const figureOf = async (url: string, series: string): Promise<number> => {
  const [wanted] = readFigures(`${series} 0`);
  return wanted ? sumOf(await figuresOf(url), wanted.name, wanted.labels) : 0;
};
