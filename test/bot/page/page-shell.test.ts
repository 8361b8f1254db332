import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { chatPage } from '../../../bot/page/chat-page.ts';
import { pageHeaders } from '../../../bot/page/page-headers.ts';
import { pagePaths, pageShell, type PageContent } from '../../../bot/page/page-shell.ts';
import type { Clinic } from '../../../knowledge/clinic.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { knowledge } from '../../support/knowledge.ts';

const read = (name: string): string => readFileSync(join(projectRoot(), 'widget', name), 'utf8');
const harbor: Clinic = {
  name: 'Harbor Clinic',
  phone: undefined,
  hours: undefined,
  url: undefined,
  country: 'US',
};

const shell = (clinic: Partial<Clinic> = {}, content: Partial<PageContent> = {}): string =>
  pageShell(
    {
      knowledge: { ...knowledge(), clinic: { ...harbor, ...clinic } },
      template: read('shell.html'),
      css: 'a {}',
    },
    { language: 'en', path: '/x', title: 'A & B', body: '<p>body</p>', nonce: 'n0nce', ...content },
  );

const chat = (clinic: Partial<Clinic> = {}, language: 'en' | 'es' = 'en') =>
  chatPage(
    {
      knowledge: { ...knowledge(), clinic: { ...harbor, ...clinic } },
      template: read('page.html'),
      chatTemplate: { html: read('chat.html'), early: read('early.js') },
      assets: { script: '/assets/x/chat.js', webChat: undefined },
    },
    { language, nonce: 'n0nce' },
  );

describe('the shell of all pages', () => {
  it('shows the numbers to call before anything else', () => {
    const html = shell();
    expect(html).to.include('<a href="tel:988">988: call</a>');
    expect(html.indexOf('tel:988')).to.be.lessThan(html.indexOf('<header'));
  });

  it("follows the clinic's country", () => {
    expect(shell({ country: 'GB' }))
      .to.include('href="tel:999"')
      .and.include('href="tel:116123"');
    expect(shell({ country: 'GB' })).to.not.include('988');
  });

  it('has one h1, the landmarks, and a menu that marks the page and keeps the language', () => {
    const html = shell({}, { language: 'es', path: pagePaths.privacy });
    expect(html.match(/<h1>/g)).to.have.length(1);
    expect(html).to.match(/<html lang="es">[\s\S]*<aside[\s\S]*<header[\s\S]*<nav[\s\S]*<main[\s\S]*<footer/);
    expect(html).to.include('href="/privacy?lang=es" aria-current="page"');
    expect(html.match(/aria-current/g)).to.have.length(1);
    for (const path of Object.values(pagePaths)) expect(html).to.include(`href="${path}?lang=es"`);
    expect(html).to.include('<a class="language" href="?lang=en" lang="en" hreflang="en">English</a>');
  });

  it('escapes whatever the clinic and the page are called, wherever it stands', () => {
    const evil = `<script>"'&</script>{{nonce}}{phone}$&`;
    const clinic = { name: evil, phone: '+1 <555>', hours: evil, url: 'https://x.example/?a=1&b="' };
    const html = shell(clinic, { title: evil, body: chat(clinic).body });
    expect(html).to.not.include('<script>"');
    expect(html).to.include('&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;{{nonce}}');
    expect(html).to.include('href="tel:+1555"');
    expect(html).to.include('href="https://x.example/?a=1&amp;b=&quot;"');
  });

  it('fills every place of the template', () => {
    expect(shell()).to.not.match(/\{\{|\{clinic\}|\{phone\}|undefined/);
  });
});

describe("the chat's page", () => {
  it('says that it is an automated service of the clinic, in both languages', () => {
    expect(chat().body).to.include('automated service of Harbor Clinic');
    expect(chat({}, 'es').body).to.include('servicio automático de Harbor Clinic');
  });

  it('hands its script data that can not end the script element', () => {
    const english = knowledge().texts.en;
    const trouble = { ...english.page.trouble, busy: '</script><b>' };
    const texts = { ...knowledge().texts, en: { ...english, page: { ...english.page, trouble } } };
    const { head } = chatPage(
      {
        knowledge: { ...knowledge(), texts, clinic: harbor },
        template: '',
        chatTemplate: { html: '', early: '' },
        assets: { script: '/x.js', webChat: undefined },
      },
      { language: 'en', nonce: 'n' },
    );
    const [, data] = /id="page-data">(.*?)<\/script>/s.exec(head ?? '') ?? [];
    expect(JSON.parse(data ?? '')).to.deep.include({ texts: trouble, language: 'en' });
  });
});

describe("the pages' headers", () => {
  it('let the configured sites frame a page, and none when there are none', () => {
    expect(pageHeaders('n', { origins: [] })['Content-Security-Policy']).to.include(
      "frame-ancestors 'none';",
    );
    const framed = pageHeaders('n', {
      origins: ['https://clinic.example', 'https://x.example; script-src *', '*'],
    });
    expect(framed['Content-Security-Policy']).to.include('frame-ancestors https://clinic.example;');
    expect(framed['X-Frame-Options']).to.equal(undefined);
  });
});
