/** One series that a query asks for. */
export interface Selector {
  readonly name: string;
  readonly matchers: readonly { readonly label: string; readonly value: string }[];
}

export interface Query {
  readonly selectors: readonly Selector[];
  /** Labels that the result is grouped by. */
  readonly grouping: readonly string[];
}

const ranged = ['rate', 'increase', 'changes', 'max_over_time'];
const functions = [...ranged, 'absent', 'histogram_quantile', 'sum', 'max', 'avg', 'min'];
const words = ['by', 'or', 'and', 'unless'];
const part =
  /\s*(?:(?<string>"[^"]*")|(?<duration>\d+[smhd]|\$__\w+)|(?<number>\d+(?:\.\d+)?)|(?<name>[a-zA-Z_]\w*)|(?<sign>=~|!~|!=|==|>=|<=|[=><(){}[\],/*+-]))/y;

interface Part {
  readonly kind: string;
  readonly text: string;
}

const partsOf = (query: string): readonly Part[] => {
  const parts: Part[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < query.trimEnd().length) {
    const at = part.lastIndex;
    const found = part.exec(query)?.groups;
    const [kind, text] = Object.entries(found ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) throw new Error(`not PromQL: ${query.slice(at)}`);
    parts.push({ kind, text });
  }
  return parts;
};

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Throws where a bracket is not closed, or is closed by another one. */
const checkBrackets = (parts: readonly Part[]): void => {
  const open: string[] = [];
  for (const { kind, text } of parts.filter((each) => each.kind === 'sign')) {
    if (closing[text] !== undefined) open.push(closing[text]);
    else if (kind === 'sign' && ')}]'.includes(text) && open.pop() !== text)
      throw new Error(`brackets: ${text}`);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join('')}`);
};

/**
 * Reads as much of PromQL as the alerts and the dashboard use, and throws at anything else. `rate`, `increase` and
 * their like want a range, and everything else none.
 */
export const readQuery = (query: string): Query => {
  const parts = partsOf(query);
  checkBrackets(parts);
  const selectors: Selector[] = [];
  const grouping: string[] = [];
  const textAt = (at: number): string => parts[at]?.text ?? '';
  for (let at = 0; at < parts.length; at += 1) {
    const { kind, text } = parts[at] ?? { kind: '', text: '' };
    if (kind !== 'name') continue;
    if (text === 'by') {
      const end = parts.findIndex((each, index) => index > at && each.text === ')');
      grouping.push(...parts.slice(at + 2, end).flatMap((each) => (each.kind === 'name' ? [each.text] : [])));
      at = end;
    } else if (textAt(at + 1) === '(' || textAt(at + 1) === 'by') {
      if (!functions.includes(text)) throw new Error(`no function: ${text}`);
    } else if (!words.includes(text)) {
      const { selector, next } = selectorAt(parts, at);
      checkRange(textAt(at - 2), textAt(next) === '[', query);
      selectors.push(selector);
      at = next - 1;
    }
  }
  return { selectors, grouping };
};

const selectorAt = (parts: readonly Part[], at: number) => {
  const name = parts[at]?.text ?? '';
  if (parts[at + 1]?.text !== '{') return { selector: { name, matchers: [] }, next: at + 1 };
  const end = parts.findIndex((each, index) => index > at && each.text === '}');
  const inside = parts.slice(at + 2, end);
  const matchers = inside.flatMap((each, index) =>
    each.kind === 'string' ? [{ label: inside[index - 2]?.text ?? '', value: each.text.slice(1, -1) }] : [],
  );
  return { selector: { name, matchers }, next: end + 1 };
};

const checkRange = (around: string, hasRange: boolean, query: string): void => {
  if (ranged.includes(around) !== hasRange) throw new Error(`a range is missing or too much: ${query}`);
};
