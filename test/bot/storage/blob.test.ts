import { BlobStorage } from '../../../bot/storage/blob.ts';
import { accountKey, newContainer } from '../../support/azurite.ts';
import { describeStorage } from './contract.ts';

/** Milliseconds: the emulator may be slow, and what it does when it is too slow is another test. */
const limit = 20_000;

describeStorage(
  'blob',
  async (clock) => BlobStorage.open(await newContainer(), { clock, key: accountKey, limit }),
  { together: false, slow: true },
);
