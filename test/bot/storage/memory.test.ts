import { MemoryStorage } from '../../../bot/storage/memory.ts';
import { describeStorage } from './contract.ts';

describeStorage('memory', async (clock) => new MemoryStorage(clock));
