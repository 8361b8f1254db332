/** What STORAGE_URL names. */
export type StorageAddress =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'blob'; readonly url: string };

/** Every form of address, as an error says it. */
export const storageForms =
  'must be memory:, sqlite:<file>, postgres://<user>:<password>@<host>/<database>, or an Azure container: ' +
  'https://<account>.blob.core.windows.net/<container>';

/** Undefined where it is none of the forms. */
export const parseStorageUrl = (text: string): StorageAddress | undefined => {
  if (text === 'memory:') return { kind: 'memory' };
  const path = /^sqlite:(.+)$/su.exec(text)?.[1];
  if (path !== undefined) return isNoPath(path) ? undefined : { kind: 'sqlite', path };
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (/^postgres(ql)?:$/u.test(url.protocol) && url.host !== '') return { kind: 'postgres', url: text };
  return isContainer(url) ? { kind: 'blob', url: text } : undefined;
};

/** What other programs write there and would become a file of that name here, or a folder at the root. */
const isNoPath = (path: string): boolean =>
  /^(\/\/(?!\/)|:memory:|file:)/u.test(path) ||
  path.includes('\0') ||
  /[/\\]$/u.test(path) ||
  path.trim() === '';

/** Azure has the account in the host's name; its emulator has it first in the path, and may do without TLS. */
const isContainer = ({ protocol, hostname, pathname }: URL): boolean => {
  const container = '[a-z0-9](-?[a-z0-9]){2,62}';
  const inAzure = protocol === 'https:' && /^[a-z0-9-]+\.blob\./u.test(hostname);
  const path = new RegExp(inAzure ? `^/${container}$` : `^/[a-z0-9]+/${container}$`, 'u');
  return /^https?:$/u.test(protocol) && path.test(pathname);
};
