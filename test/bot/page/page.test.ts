import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startService, type RunningService } from '../../support/service.ts';
import { ask } from './ask.ts';

const languageOf = async (url: string, path: string, wish: string) => {
  const { body } = await ask(url + path, { 'accept-language': wish });
  return /<html lang="(\w+)"/.exec(body.toString())?.[1];
};

describe('the address /', () => {
  let service: RunningService;
  before(async () => (service = await startService({ EMBED_ORIGINS: 'https://clinic.example' })));
  after(() => service?.stop());

  it('forbids the browser all that the page does not need, with a new nonce each time', async () => {
    const [one, two] = [await ask(service.url), await ask(service.url)];
    const policy = String(one.message.headers['content-security-policy']);
    const [, nonce] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
    expect(policy.replaceAll(nonce ?? '', 'N')).to.equal(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors https://clinic.example; script-src 'nonce-N'; " +
        "style-src 'nonce-N' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; connect-src 'self'; img-src 'self' blob:",
    );
    expect(one.body.toString()).to.include(`nonce="${nonce}"`);
    expect(two.message.headers['content-security-policy']).to.not.equal(policy);
    expect(one.message.headers['x-content-type-options']).to.equal('nosniff');
    expect(one.message.headers['set-cookie']).to.equal(undefined);
  });

  it('speaks the language that the browser asks for, unless another is chosen', async () => {
    expect(await languageOf(service.url, '/', 'es-MX,es;q=0.9,en;q=0.8')).to.equal('es');
    expect(await languageOf(service.url, '/', 'fr-FR,fr;q=0.9')).to.equal('en');
    expect(await languageOf(service.url, '/?lang=en', 'es')).to.equal('en');
    expect(await languageOf(service.url, '/?lang=xx', '')).to.equal('en');
  });

  it('loads a chat that was compressed beforehand and may be kept for ever', async () => {
    const { body: page } = await ask(service.url);
    const [, address] = /"webChat":"([^"]+)"/.exec(page.toString()) ?? [];
    expect(address, 'Web Chat is missing: run npm run build').to.match(
      /^\/assets\/webchat-[0-9a-f]{16}\.js$/,
    );
    const [plain, br, gzip] = await Promise.all(
      ['identity', 'gzip, deflate, br', 'gzip;q=1, br;q=0'].map((wish) =>
        ask(service.url + address, { 'accept-encoding': wish }),
      ),
    );
    expect(plain?.body.length).to.be.greaterThan(3_000_000);
    expect(br?.body.length).to.be.lessThan(800_000);
    expect(brotliDecompressSync(br?.body ?? '').equals(plain?.body ?? Buffer.alloc(0))).to.equal(true);
    expect(gunzipSync(gzip?.body ?? '').equals(plain?.body ?? Buffer.alloc(0))).to.equal(true);
    expect(br?.message.headers).to.include({
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('fetches the chat and its one small script side by side, both by an address that changes with what they are', async () => {
    for (const path of ['/', '/embed']) {
      const { body } = await ask(service.url + path);
      const html = body.toString();
      const [, nonce] = /<style nonce="([^"]+)"/.exec(html) ?? [];
      const [, early] =
        /<link rel="preload" as="script" nonce="([^"]+)" href="\/assets\/webchat-/.exec(html) ?? [];
      expect(early, path).to.equal(nonce);
      const [, script] = /<script type="module" nonce="[^"]+" src="([^"]+)"/.exec(html) ?? [];
      expect(script).to.match(/^\/assets\/chat-[0-9a-f]{16}\.js$/);
      const { message, body: packed } = await ask(service.url + script, { 'accept-encoding': 'br' });
      expect(message.headers['cache-control']).to.equal('public, max-age=31536000, immutable');
      const plain = brotliDecompressSync(packed);
      expect(script).to.include(createHash('sha256').update(plain).digest('hex').slice(0, 16));
      expect(plain.toString(), 'asks for no more scripts').to.not.match(/import\s*["'{(]/);
      expect(packed.length).to.be.below(8_000);
    }
  });

  it('has nothing at other addresses', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/',
      '/assets/x.js',
      '/index.html',
    ])
      expect((await ask(service.url + path)).message.statusCode, path).to.equal(404);
  });
});
