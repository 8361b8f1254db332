import { expect } from 'chai';
import { readSummary } from '../../../bot/summary/summary-document.ts';
import { summaryPage } from '../../../bot/summary/summary-page.ts';
import { tableVersion } from '../../../knowledge/levels-of-care/questions.ts';
import { say } from '../../support/emulator.ts';
import { startService, type RunningService } from '../../support/service.ts';
import { knowledge } from '../../support/knowledge.ts';
import { finish, linkIn, mustLink } from './finished.ts';

const { screening } = knowledge().texts.en;
const hour = 3_600_000;

describe('the page of a result to take along', () => {
  let service: RunningService;
  let now = new Date('2026-11-23T10:00:00Z');
  const open = (link: string, headers: Record<string, string> = {}) => fetch(link, { headers });

  before(async () => {
    service = await startService({ CLINIC_PHONE: '555-0100' }, { clock: () => now });
  });
  after(() => service.stop());

  it('shows result, reasons, what to ask, each answer with its state, date, table and whom to call', async () => {
    const response = await open(mustLink(await finish(service.url, 'whole')));
    expect(response.status).to.equal(200);
    const html = await response.text();
    const { result, rules } = screening;
    for (const part of [
      result.headline.iop,
      rules.R13.reason,
      ...result.asks.iop,
      result.notDiagnosis,
      result.notFinal,
    ])
      expect(html).to.include(part);
    expect(html).to.include('<tr class="answered"><th scope="row">Safety</th><td>No</td></tr>');
    expect(html).to.include('<tr class="skipped"><th scope="row">Duties</th><td>skipped</td></tr>');
    expect(html).to.include('<tr class="not-asked"><th scope="row">Help now</th><td>not asked</td></tr>');
    for (const part of ['November 23, 2026', '2026-11-1', 'tel:5550100', 'Nov 24, 2026, 10:00 AM UTC'])
      expect(html).to.include(part);
  });

  it('reads in Spanish for whoever reads Spanish', async () => {
    const link = mustLink(await finish(service.url, 'spanish'));
    const { result } = knowledge().texts.es.screening;
    for (const html of [
      await (await open(`${link}?lang=es`)).text(),
      await (await open(link, { 'Accept-Language': 'es-MX' })).text(),
    ])
      expect(html)
        .to.include('<html lang="es">')
        .and.include(result.headline.iop)
        .and.include(result.asks.iop[0]);
  });

  it('is kept by no cache, found by no search engine, and framed by no site', async () => {
    const response = await open(mustLink(await finish(service.url, 'private')));
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(response.headers.get('x-robots-tag')).to.include('noindex');
    expect(response.headers.get('content-security-policy')).to.include("frame-ancestors 'none'");
    expect(await response.text()).to.include('<meta name="robots" content="noindex');
  });

  it('has an address that nobody can guess, and that says nothing of the conversation', async () => {
    const links = [
      mustLink(await finish(service.url, '+15550123')),
      mustLink(await finish(service.url, '+15550123')),
    ];
    expect(new Set(links).size).to.equal(2);
    for (const link of links) expect(link).to.match(/\/summary\/[\da-f]{32}$/);
    expect(await (await open(links[1] ?? '')).text()).to.not.include('5550123');
    expect(service.logged()).to.not.include('summary/');
  });

  it('goes after 24 hours', async () => {
    const link = mustLink(await finish(service.url, 'late'));
    now = new Date(now.getTime() + 24 * hour - 60_000);
    expect((await open(link)).status).to.equal(200);
    now = new Date(now.getTime() + 120_000);
    const response = await open(link);
    expect(response.status).to.equal(404);
    expect(await response.text())
      .to.include(screening.summary.gone.title)
      .and.include('noindex');
  });

  for (const [what, words] of [
    ['"delete my data"', 'delete my data'],
    ['"start over"', 'start over'],
    ['"borre mis datos"', 'borre mis datos'],
    ['an answer that is taken back', 'back'],
  ] as const)
    it(`goes with ${what}`, async () => {
      const link = mustLink(await finish(service.url, words));
      await say(service.url, words, words);
      expect((await open(link)).status).to.equal(404);
    });

  it('is gone where the questions have changed since, rather than worded from others', () => {
    const state = { table: '1999-1', about: 'self', status: 'finished', answers: {}, trail: [] } as const;
    const times = { at: now.toISOString(), until: now.toISOString() };
    const stored = { language: 'en', screening: { ...state, startedAt: times.at, misses: 0 }, ...times };
    const reader = { language: 'en', nonce: 'n' } as const;
    const tables = ['1999-1', tableVersion].map((table) =>
      readSummary({ ...stored, screening: { ...stored.screening, table } }),
    );
    expect(tables.map((found) => summaryPage(knowledge(), found, reader).status)).to.deep.equal([
      404,
      undefined,
    ]);
  });

  it('gives way to the page of the next result, and can be had anew', async () => {
    const first = mustLink(await finish(service.url, 'again'));
    const second = mustLink(await say(service.url, 'again', 'my result'));
    expect((await open(first)).status).to.equal(404);
    expect((await open(second)).status).to.equal(200);
  });

  it('is not to be had by an address that is none', async () => {
    for (const path of ['x', 'f'.repeat(32), '__proto__', '%00', `${'f'.repeat(32)}/..%2f`])
      expect((await open(`${service.url}/summary/${path}`)).status, path).to.equal(404);
  });

  it('is not offered where others read along', async () => {
    const shared = { conversation: { id: 'group', isGroup: true } };
    expect(linkIn(await say(service.url, 'group', 'start screening', shared))).to.equal(undefined);
    expect(linkIn(await say(service.url, 'group', 'my result', shared))).to.equal(undefined);
  });
});
