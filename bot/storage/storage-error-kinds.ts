import { StorageError } from '../errors.ts';

/**
 * Why a store did not do its work: `away` (can't be reached, or is starting), `slow` (no answer in time), `busy`,
 * `full`, `disk`, `damaged`, `read-only`, `denied` (rights or password), `key` (of encryption), `other`.
 */
export const storageErrorKinds = [
  'away',
  'slow',
  'busy',
  'full',
  'disk',
  'damaged',
  'read-only',
  'denied',
  'key',
  'other',
] as const;
export type StorageErrorKind = (typeof storageErrorKinds)[number];

/** By the codes of SQLite, PostgreSQL, Azure and the operating system. */
const kinds: ReadonlyMap<string, StorageErrorKind> = new Map([
  ...of('away', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'),
  ...of('away', '57P01', '57P02', '57P03', 'REQUEST_SEND_ERROR', 'SQLITE_CANTOPEN'),
  ...of('slow', 'ETIMEDOUT', '57014', 'timeout', 'OperationTimedOut'),
  ...of('busy', 'SQLITE_BUSY', '40P01', '53300', 'ServerBusy', '503'),
  ...of('full', 'SQLITE_FULL', '53100'),
  ...of('disk', 'SQLITE_IOERR', '58030'),
  ...of('damaged', 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'XX001', 'XX002'),
  ...of('read-only', 'SQLITE_READONLY', '25006'),
  ...of('denied', '42501', '28000', '28P01', 'password', '401', '403', 'AuthenticationFailed'),
  ...of('denied', 'AuthorizationFailure', 'AuthorizationPermissionMismatch', 'InvalidAuthenticationInfo'),
  ...of('key', 'key'),
]);

function of(kind: StorageErrorKind, ...codes: readonly string[]): readonly [string, StorageErrorKind][] {
  return codes.map((code) => [code, kind]);
}

/** Anything that is not known by its code is `other`, so that the figures have a fixed list. */
export const kindOf = (error: unknown): StorageErrorKind =>
  (error instanceof StorageError ? kinds.get(error.code ?? '') : undefined) ?? 'other';
