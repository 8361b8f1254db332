import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startService, type RunningService } from '../../support/service.ts';
import { ask } from './ask.ts';

const site = 'https://clinic.example';

describe('/widget.js', () => {
  let service: RunningService;
  before(async () => (service = await startService({ EMBED_ORIGINS: `${site} *`, CLINIC_COUNTRY: 'GB' })));
  after(() => service?.stop());
  const script = (headers: Record<string, string> = {}) => ask(`${service.url}/widget.js`, headers);

  it('is below 10 kB, packed, with both languages and the numbers of the country in it', async () => {
    const { message, body } = await script({ 'accept-encoding': 'gzip' });
    expect(message.headers['content-encoding']).to.equal('gzip');
    expect(body.length).to.be.below(10_000);
    const words = gunzipSync(body).toString();
    expect(words).to.include('tel:999').and.include('I need help now').and.include('Necesito ayuda ahora');
    expect(words).to.not.include('988');
    const brotli = await script({ 'accept-encoding': 'gzip, br' });
    expect(brotli.message.headers['content-encoding']).to.equal('br');
    expect(brotli.body.length).to.be.below(body.length);
  });

  it('may be loaded by any site, is kept for minutes, and is not sent again while it is the same', async () => {
    const { message } = await script();
    expect(message.headers).to.include({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      vary: 'Accept-Encoding',
    });
    const again = await script({ 'if-none-match': message.headers.etag ?? '' });
    expect([again.message.statusCode, again.body.length]).to.deep.equal([304, 0]);
    expect((await script({ 'if-none-match': 'W/"other"' })).message.statusCode).to.equal(200);
  });

  it('changes its tag with what it says', async () => {
    const other = await startService({ EMBED_ORIGINS: 'https://other.example' });
    try {
      const [here, there] = [await script(), await ask(`${other.url}/widget.js`)];
      expect(here.message.headers.etag).to.not.equal(there.message.headers.etag);
    } finally {
      await other.stop();
    }
  });

  it('names only sites that may really frame the chat', async () => {
    expect((await script()).body.toString()).to.include(`"origins":["${site}"]`);
  });
});

describe('/embed', () => {
  it('may be framed by the configured sites and by our own, and says whom to call without any script', async () => {
    const service = await startService({ EMBED_ORIGINS: site });
    try {
      const { message, body } = await ask(`${service.url}/embed?lang=es`);
      expect(message.headers['content-security-policy']).to.include(`frame-ancestors 'self' ${site};`);
      expect(message.headers['x-frame-options']).to.equal(undefined);
      const html = body.toString();
      expect(html).to.include('<html lang="es">').and.include('href="tel:988"');
      expect(html).to.not.match(/\{\{|\{clinic\}|undefined/);
    } finally {
      await service.stop();
    }
  });
});
