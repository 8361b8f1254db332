/** Web Chat inserts one empty style element without a nonce: this is its hash. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Who may show a page, and whom it may call. */
export interface PageAccess {
  readonly origins: readonly string[];
  readonly chatAt?: string | undefined;
}

/** The sites that may show us in a frame: those that are named as exactly one origin. */
export const framers = (origins: readonly string[]): readonly string[] =>
  origins.filter((origin) => URL.canParse(origin) && new URL(origin).origin === origin);

/** Calls and the chat's stream, where these go to another host. */
const connections = (chatAt: string | undefined): string =>
  ["'self'", ...(chatAt === undefined ? [] : [chatAt, chatAt.replace(/^http/, 'ws')])].join(' ');

/**
 * What the browser is to allow this page: its own scripts and calls, nothing of others. `origins` may frame it;
 * `chatAt` is the origin of Azure's Direct Line, where that is used.
 */
export const pageHeaders = (
  nonce: string,
  { origins, chatAt }: PageAccess,
  ownFrames?: 'also our own',
): Readonly<Record<string, string>> => {
  const allowed = [...(ownFrames ? ["'self'"] : []), ...framers(origins)];
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${allowed.length > 0 ? allowed.join(' ') : "'none'"}`,
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}' ${emptyStyle}`,
      `connect-src ${connections(chatAt)}`,
      "img-src 'self' blob:",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    // The stream's address is made from the page's own, so calls to ourselves carry it; other sites never see it.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    ...(allowed.length > 0 ? {} : { 'X-Frame-Options': 'DENY' }),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  };
};
