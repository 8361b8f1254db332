import { exampleClinic } from '../../bench/example-clinic.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { openKnowledge } from '../../knowledge/open.ts';

let opened: Knowledge | undefined;

/** The product's own knowledge, opened once for all tests: it never changes. */
export const knowledge = (): Knowledge => (opened ??= openKnowledge(exampleClinic));
