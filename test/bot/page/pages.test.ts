import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pagePaths } from '../../../bot/page/page-shell.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { say } from '../../support/emulator.ts';
import { readingGrade } from '../../support/reading-grade.ts';
import { knowledge } from '../../support/knowledge.ts';
import { startService, type RunningService } from '../../support/service.ts';
import { piecesOfMarkdown, wordsOfPage } from './reading.ts';

const paths = Object.values(pagePaths);
const document = (name: string): string => readFileSync(join(projectRoot(), 'docs', name), 'utf8');

describe('the pages', () => {
  let service: RunningService;
  const page = async (path: string, at = service): Promise<string> => (await fetch(at.url + path)).text();
  before(async () => (service = await startService({ CLINIC_NAME: 'Harbor Clinic' })));
  after(() => service?.stop());

  for (const path of paths)
    it(`answer at ${path} in both languages, with strict headers and no cookie`, async () => {
      for (const language of languages) {
        const response = await fetch(service.url + path, { headers: { 'accept-language': language } });
        expect([response.status, response.headers.get('content-type')]).to.deep.equal([
          200,
          'text/html; charset=utf-8',
        ]);
        expect(response.headers.get('content-security-policy')).to.include(
          "default-src 'none'; base-uri 'none'",
        );
        expect(response.headers.get('referrer-policy')).to.equal('same-origin');
        expect(response.headers.get('set-cookie')).to.equal(null);
        const html = await response.text();
        expect(html).to.include(`<html lang="${language}">`).and.include('Harbor Clinic');
        expect(html).to.not.match(/\{\w+\}|undefined/);
        expect(html.match(/<h1>/g)).to.have.length(1);
      }
      expect(await page(`${path}?lang=es`)).to.include('<html lang="es">');
    });

  it('have links that lead somewhere, each, and load nothing of other sites', async () => {
    for (const path of paths) {
      const html = await page(`${path}?lang=es`);
      const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
      for (const href of links.filter((each) => each.startsWith('#')))
        expect(html, href).to.include(`id="${href.slice(1)}"`);
      for (const href of links.filter((each) => /^[/?]/.test(each)))
        expect((await fetch(new URL(href, service.url + path))).status, href).to.equal(200);
      expect(html).to.not.match(/(?:src|action)="(?!\/)|<link [^>]*href="(?!\/)|url\(/);
    }
  });

  it("escape the clinic's name and follow its country", async () => {
    const abroad = await startService({ CLINIC_NAME: '<script>alert(1)</script>', CLINIC_COUNTRY: 'GB' });
    try {
      for (const path of paths) {
        const html = await page(path, abroad);
        expect(html).to.include('&lt;script&gt;alert(1)&lt;/script&gt;').and.not.include('<script>alert');
        expect(html.slice(0, html.indexOf('<header')))
          .to.include('tel:999')
          .and.not.include('988');
      }
      expect(await page('/safety', abroad)).to.match(/<blockquote>[^<]*<p>[^<]*Samaritans on 116 123/);
    } finally {
      await abroad.stop();
    }
  });

  it('say of a crisis what the document says, in both languages', async () => {
    const parts = document('crisis-protocol.md').split(/\n(?=# )/);
    for (const [at, language] of languages.entries())
      expect(wordsOfPage(await page(`/safety?lang=${language}`))).to.equal(
        piecesOfMarkdown(parts[at] ?? '').join(' '),
      );
  });

  it('say of a crisis what the replies say, and name the same numbers in the same order', async () => {
    const html = await page('/safety');
    const shown = [...html.matchAll(/<blockquote>(.*?)<\/blockquote>\s*<ul class="contacts">(.*?)<\/ul>/gs)];
    const said = ['I want to kill myself tonight', 'I wish I was dead', 'my friend wants to kill himself'];
    expect(shown).to.have.length(said.length);
    for (const [at, text] of said.entries()) {
      const reply = await say(service.url, `c${at}`, text);
      const tier = (['immediate', 'concern', 'third-party'] as const)[at];
      expect([reply.risk.tier, reply.risk.category]).to.deep.equal([tier, 'self-harm']);
      const [, quote = '', contacts = ''] = shown[at] ?? [];
      for (const sentence of wordsOfPage(`<h1>${quote}</main>`).split(/(?<=[.?!]) /))
        expect(reply.text).to.include(sentence);
      const told = [...reply.text.matchAll(/\]\(((?:tel|sms|https):[^)]+)\)/g)].map(([, href]) => href);
      const listed = [...contacts.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
      expect(told.slice(0, listed.length)).to.deep.equal(listed);
    }
  });

  it("say of the screening's method what the document says, with the same picture", async () => {
    const html = await page('/screening-method?lang=en');
    const words = wordsOfPage(html);
    const pieces = piecesOfMarkdown(document('screening.md'));
    expect(pieces.length).to.be.greaterThan(200);
    for (const piece of pieces)
      if (!['No.', 'Rule', 'For', 'What the source says'].includes(piece)) expect(words).to.include(piece);
    expect(html).to.include(document('images/screening-table.svg').trim());
  });
});

describe('the page on privacy', () => {
  it('tells what is configured: for how long, and where', async () => {
    const service = await startService({ MEMORY_DAYS: '7' });
    try {
      const words = wordsOfPage(await (await fetch(`${service.url}/privacy`)).text());
      expect(words).to.include('7 days after your last message').and.include('kept for at most 24 hours');
      expect(words).to.include(knowledge().texts.en.privacy.where.memory);
      const spanish = wordsOfPage(await (await fetch(`${service.url}/privacy?lang=es`)).text());
      expect(spanish).to.include('7 días después de su último mensaje');
    } finally {
      await service.stop();
    }
  });

  it('names words that do delete what is kept', async () => {
    const service = await startService();
    try {
      for (const language of languages) {
        const html = await (await fetch(`${service.url}/privacy?lang=${language}`)).text();
        const [, words = ''] = /"([^"]+)" (?:in the chat|en el chat)/.exec(wordsOfPage(html)) ?? [];
        const { text } = await say(service.url, language, words, { locale: language });
        expect(text).to.include(knowledge().texts[language].conversation.commands.deleted);
      }
    } finally {
      await service.stop();
    }
  });

  it('reads at grade 7 or lower', () => {
    const { intro, sections, where, chat } = knowledge().texts.en.privacy;
    const lines = sections.flatMap((section) => section.lines);
    const all = [intro, ...lines, ...Object.values(where), ...chat.own, ...chat.azure];
    expect(readingGrade(all.join(' '))).to.be.at.most(7);
  });
});
