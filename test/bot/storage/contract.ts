import type { Storage } from '../../../bot/storage/storage.ts';
import { describeConcurrent } from './contract-concurrent.ts';
import { describeDocuments } from './contract-documents.ts';
import { describeExpectations } from './contract-expectations.ts';
import { describeExpiry } from './contract-expiry.ts';
import { describeAlone, describeTogether } from './contract-together.ts';
import { Subject } from './subject.ts';

export interface Traits {
  /** Whether one save may have several writes, which then happen together. */
  readonly together: boolean;
  /** Each request takes milliseconds: then fewer of them show the same. */
  readonly slow: boolean;
}

/** What every store must do, whatever keeps the documents. */
export const describeStorage = (
  name: string,
  open: (clock: () => Date) => Promise<Storage>,
  { together, slow }: Traits = { together: true, slow: false },
): void => {
  describe(`${name} storage`, () => {
    const subject = new Subject(together, slow);
    beforeEach(() => subject.open(open));
    afterEach(() => subject.storage.close());
    describeExpectations(subject);
    describeConcurrent(subject);
    if (together) describeTogether(subject);
    else describeAlone(subject);
    describeExpiry(subject);
    describeDocuments(subject);
  });
};
