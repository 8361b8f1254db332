import { byTopic, type Labelled, type Peer } from './peer.ts';
import { requirePeer } from './require-peer.ts';

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(text: string, options: object): readonly { readonly id: number; readonly score: number }[];
}
type MiniSearchKind = new (options: object) => MiniSearch;

const topicAt = (lines: readonly Labelled[], at: number): string => lines[at]?.topic ?? '';

export const miniSearch: Peer = {
  name: 'minisearch',
  learn: (lines) => {
    const Kind = requirePeer('minisearch') as MiniSearchKind;
    const index = new Kind({ fields: ['text'] });
    index.addAll(lines.map(({ text }, id) => ({ id, text })));
    return (text) =>
      byTopic(
        index
          .search(text, { fuzzy: 0.2, prefix: true })
          .map(({ id, score }) => ({ topic: topicAt(lines, id), score })),
      );
  },
};

interface LunrIndex {
  search(text: string): readonly { readonly ref: string; readonly score: number }[];
}
interface LunrBuilder {
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
}
type Lunr = (build: (this: LunrBuilder) => void) => LunrIndex;

export const lunr: Peer = {
  name: 'lunr',
  learn: (lines) => {
    const index = (requirePeer('lunr') as Lunr)(function build() {
      this.ref('id');
      this.field('text');
      for (const [id, { text }] of lines.entries()) this.add({ id, text });
    });
    // Its own signs for wildcards and fields are no part of a question.
    const plain = (text: string): string => text.replace(/[:~^*+-]/g, ' ');
    return (text) =>
      byTopic(
        index.search(plain(text)).map(({ ref, score }) => ({ topic: topicAt(lines, Number(ref)), score })),
      );
  },
};

interface Fuse {
  search(text: string, options: object): readonly { readonly item: Labelled; readonly score: number }[];
}
type FuseKind = new (lines: readonly Labelled[], options: object) => Fuse;

export const fuse: Peer = {
  name: 'fuse.js',
  learn: (lines) => {
    const loaded = requirePeer('fuse.js') as FuseKind & { readonly default?: FuseKind };
    const Kind = loaded.default ?? loaded;
    const index = new Kind(lines, { keys: ['text'], includeScore: true, ignoreLocation: true });
    return (text) =>
      byTopic(
        index.search(text, { limit: 50 }).map(({ item, score }) => ({ topic: item.topic, score: 1 - score })),
      );
  },
};
