import { expect } from 'chai';
import { ConfigError } from '../../../bot/errors.ts';
import { PostgresStorage } from '../../../bot/storage/postgres.ts';
import { emptySchema, query } from '../../support/postgres.ts';
import { rejectionOf } from './rejection.ts';

const open = (url: URL) => PostgresStorage.open(url.href, { clock: () => new Date() });

/** The sentence with which a database is refused; it names the database and never the password. */
const refusalOf = async (url: URL): Promise<string> => {
  const error = await rejectionOf(open(url));
  expect(error).to.be.instanceOf(ConfigError);
  expect(error.message).to.match(/^STORAGE_URL: [^\n]+\.$/);
  if (url.password !== '') expect(error.message).to.not.include(url.password);
  return error.message;
};

describe('opening a PostgreSQL database refuses in one sentence', () => {
  let url: URL;
  beforeEach(async () => {
    url = new URL(await emptySchema());
  });

  it('a wrong password, and no password', async () => {
    url.password = 'wrong-password';
    expect(await refusalOf(url)).to.include(`${url.host}/postgres refuses this user name and password`);
    url.password = '';
    expect(await refusalOf(url)).to.include('wants a password');
  });

  it('a database that is not there', async () => {
    url.pathname = '/nowhere';
    expect(await refusalOf(url)).to.include('/nowhere has no database of this name: create it');
  });

  it('a schema that is not there', async () => {
    url.searchParams.set('options', '-c search_path=nowhere');
    expect(await refusalOf(url)).to.include('has no schema for the tables: create it');
  });

  it('a server without TLS when TLS is asked for', async () => {
    url.searchParams.set('sslmode', 'verify-full');
    expect(await refusalOf(url)).to.include('does not speak TLS');
  });

  it('a user who may not create the tables, and takes that user once they are there', async () => {
    await query(url.href, `DROP ROLE IF EXISTS care_guest; CREATE ROLE care_guest LOGIN PASSWORD 'guest'`);
    const schema = String(url.searchParams.get('options')).split('=')[1];
    await query(url.href, `GRANT USAGE ON SCHEMA ${schema} TO care_guest`);
    const guest = new URL(url);
    guest.username = 'care_guest';
    guest.password = 'guest';
    expect(await refusalOf(guest)).to.include('does not let this user create or use the tables: grant');
    await (await open(url)).close();
    await query(url.href, `GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO care_guest`);
    const storage = await open(guest);
    await storage.ping();
    await storage.close();
    await query(url.href, `DROP SCHEMA ${schema} CASCADE; DROP ROLE care_guest`);
  });

  it('a database in an encoding that can not hold every text', async () => {
    await query(url.href, 'DROP DATABASE IF EXISTS care_latin');
    await query(url.href, `CREATE DATABASE care_latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    const latin = new URL(url);
    latin.pathname = '/care_latin';
    expect(await refusalOf(latin)).to.include('encoded in LATIN1: name one that is encoded in UTF8');
    await query(url.href, 'DROP DATABASE care_latin');
  });

  it('tables that a newer version of the service wrote, and leaves them as they are', async () => {
    await (await open(url)).close();
    await query(url.href, 'UPDATE care_schema SET version = 99');
    expect(await refusalOf(url)).to.match(/written by a newer version .*schema 99, this one knows 1/);
    expect(await query(url.href, 'SELECT version FROM care_schema')).to.deep.equal([{ version: 99 }]);
  });
});
