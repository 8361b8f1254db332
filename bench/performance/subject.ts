import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { WorkloadName } from './workloads.ts';

/** A program that is measured: always in a process of its own. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** The compiled file. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly workloads: readonly WorkloadName[];
}

const compiled = (name: string): string => join(projectRoot(), 'dist', name);

const other = (id: string, name: string, workload: WorkloadName): Subject => ({
  id,
  name,
  file: compiled(`bench/performance/subjects/${id}.js`),
  environment: {},
  workloads: [workload],
});

export const echoBot = other('echo-bot', 'stock echo bot (CloudAdapter)', 'echo');

/** What we are compared with: only the last two need packages that `npm ci` does not bring. */
export const otherSubjects: readonly Subject[] = [
  other('restify-server', 'bare restify', 'echo'),
  echoBot,
  other('dialog-bot', 'stock dialog bot, MemoryStorage', 'waterfall'),
  other('agents-echo', 'agents-hosting echo on express', 'echo'),
];

const needed: Readonly<Record<string, readonly string[]>> = {
  'dialog-bot': ['botbuilder-dialogs'],
  'agents-echo': ['@microsoft/agents-hosting', 'express'],
};

/** The package that a subject lacks, if any. */
export const missingPackage = ({ id }: Subject): string | undefined =>
  needed[id]?.find((name) => !existsSync(join(projectRoot(), 'bench/peers/node_modules', name)));

/** The service as it runs in production, on one kind of store. */
export const ourService = (store: string, storageUrl: string): Subject => ({
  id: `ours-${store}`,
  name: `this service, ${store}`,
  file: compiled('index.js'),
  environment: { STORAGE_URL: storageUrl },
  workloads: ['question', 'screening', 'crisis'],
});
