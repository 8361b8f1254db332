import { PostgresStorage } from '../../../bot/storage/postgres.ts';
import { emptySchema } from '../../support/postgres.ts';
import { describeStorage } from './contract.ts';

describeStorage('postgres', async (clock) => PostgresStorage.open(await emptySchema(), { clock }));
