import type { Peer } from './peer.ts';
import { requirePeer } from './require-peer.ts';

interface Manager {
  addDocument(language: string, text: string, topic: string): void;
  train(): Promise<unknown>;
  process(
    language: string,
    text: string,
  ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
}
interface Package {
  readonly NlpManager: new (options: object) => Manager;
}

export const nlpJs: Peer = {
  name: 'node-nlp',
  learn: async (lines) => {
    const { NlpManager } = requirePeer('node-nlp') as Package;
    const options = { languages: ['en'], autoSave: false, autoLoad: false, nlu: { log: false } };
    const manager = new NlpManager(options);
    for (const { text, topic } of lines) manager.addDocument('en', text, topic);
    await manager.train();
    return async (text) => {
      const { classifications } = await manager.process('en', text);
      return classifications.map(({ intent, score }) => ({ topic: intent, score }));
    };
  },
};
