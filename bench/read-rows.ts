import type { z } from 'zod';

/** Reads JSONL; the error names the line and the field at fault. */
export const readRows = <T>(lines: readonly string[], schema: z.ZodType<T>): readonly T[] =>
  lines.map((line, index) => {
    const parsed = schema.safeParse(parseJson(line, index + 1));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`Line ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
  });

const parseJson = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`Line ${number} is not JSON.`, { cause });
  }
};

/** Time of one call in microseconds of CPU, as the median over `runs` batches. */
export const medianMicroseconds = (batch: () => void, calls: number, runs = 5): number => {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    batch();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / Math.max(1, calls);
  }).toSorted((a, b) => a - b);
  return Math.round((times[Math.floor(runs / 2)] ?? 0) * 10) / 10;
};
