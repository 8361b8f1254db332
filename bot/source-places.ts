import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { LruMap } from './lru-map.ts';

const placeInFile = /(file:\/\/[^\s()]+):(\d+):(\d+)/;
const mostKnown = 100;

/**
 * Lines of a stack in terms of the sources, where the build put a map beside the file. The map is read at a fault
 * and let go again: Node's own way would keep it in memory from the start, and slow every error down.
 */
export class SourcePlaces {
  readonly #known = new LruMap<string, string>(mostKnown);

  /** Each as it is where there is no map. */
  inSources(frames: readonly string[]): readonly string[] {
    const maps = new Map<string, SourceMap | undefined>();
    const mapOf = (file: string): SourceMap | undefined => {
      if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
      return maps.get(file);
    };
    return frames.map((frame) => {
      const known = this.#known.get(frame) ?? inSource(frame, mapOf);
      this.#known.set(frame, known);
      return known;
    });
  }
}

const readMap = (file: string): SourceMap | undefined => {
  try {
    return existsSync(file)
      ? new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload)
      : undefined;
  } catch {
    return undefined;
  }
};

const inSource = (frame: string, mapOf: (file: string) => SourceMap | undefined): string => {
  const [place, url = '', line = '', column = ''] = placeInFile.exec(frame) ?? [];
  if (place === undefined || !URL.canParse(url)) return frame;
  const entry = mapOf(fileURLToPath(url))?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !('originalSource' in entry)) return frame;
  const source = entry.originalSource.replace(/^(\.\.\/)+/, '');
  return frame.replace(place, `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
};
