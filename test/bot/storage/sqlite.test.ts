import { join } from 'node:path';
import { SqliteStorage } from '../../../bot/storage/sqlite.ts';
import { describeStorage } from './contract.ts';
import { TemporaryFolders } from './temporary-folder.ts';

const folders = new TemporaryFolders();
after(() => folders.removeAll());

describeStorage('sqlite', (clock) => SqliteStorage.open(join(folders.create(), 'bot.db'), { clock }));
