import type { Storage } from '../../../bot/storage/storage.ts';
import { describeDocuments } from './contract-documents.ts';
import { describeExpectations } from './contract-expectations.ts';
import { describeExpiry } from './contract-expiry.ts';
import { describeSeveral } from './contract-several.ts';
import { Subject } from './subject.ts';

/** What every store must do, whatever keeps the documents. */
export const describeStorage = (name: string, open: (clock: () => Date) => Promise<Storage>): void => {
  describe(`${name} storage`, () => {
    const subject = new Subject();
    beforeEach(() => subject.open(open));
    afterEach(() => subject.storage.close());
    describeExpectations(subject);
    describeSeveral(subject);
    describeExpiry(subject);
    describeDocuments(subject);
  });
};
