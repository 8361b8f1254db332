import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { pageHtml, type PageParts } from '../../../bot/page/page-html.ts';
import { pageHeaders } from '../../../bot/page/page-headers.ts';
import { projectRoot } from '../../../knowledge/project-root.ts';
import { pageTexts, type PageTexts } from '../../../knowledge/texts/page-texts.ts';

const root = projectRoot();
const template = readFileSync(join(root, 'widget/page.html'), 'utf8');
const textsOf = (language: string): PageTexts =>
  pageTexts.parse(parse(readFileSync(join(root, `knowledge/texts/${language}/page.yaml`), 'utf8')));
const [english, spanish] = [textsOf('en'), textsOf('es')];

const pageFor = (more: Partial<PageParts> = {}): string =>
  pageHtml(template, {
    language: 'en',
    texts: english,
    clinic: { name: 'Harbor Clinic', phone: undefined, hours: undefined, url: undefined, country: 'US' },
    contacts: [{ label: '988: call', href: 'tel:988' }],
    nonce: 'n0nce',
    css: 'a {}',
    script: '/assets/x/page.js',
    webChat: undefined,
    ...more,
  });

describe("the website's page", () => {
  it('shows the numbers to call in its own markup, before the chat', () => {
    const html = pageFor();
    expect(html).to.include('<a href="tel:988">988: call</a>');
    expect(html.indexOf('tel:988')).to.be.lessThan(html.indexOf('id="chat"'));
  });

  it('says that it is an automated service of the clinic, in both languages', () => {
    expect(pageFor()).to.include('automated service of Harbor Clinic');
    expect(pageFor({ texts: spanish, language: 'es' })).to.include('servicio automático de Harbor Clinic');
  });

  it('escapes whatever the clinic is called, wherever it stands', () => {
    const evil = `<script>"'&</script>{{nonce}}{phone}$&`;
    const html = pageFor({
      clinic: {
        name: evil,
        phone: `+1 <555>`,
        hours: evil,
        url: 'https://x.example/?a=1&b="',
        country: 'US',
      },
    });
    expect(html).to.not.include('<script>"');
    expect(html).to.include('&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;');
    expect(html).to.include('href="tel:+1555"');
    expect(html).to.include('href="https://x.example/?a=1&amp;b=&quot;"');
  });

  it('hands its script data that can not end the script element', () => {
    const trouble = { ...english.trouble, busy: '</script><b>' };
    const html = pageFor({ texts: { ...english, trouble } });
    const [, data] = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(data ?? '')).to.deep.equal({ texts: trouble, language: 'en' });
  });

  it('fills every place of the template', () => {
    expect(pageFor()).to.not.match(/\{\{|\{clinic\}|\{phone\}|undefined/);
  });

  it('may be framed by the configured sites only, and by none when there are none', () => {
    expect(pageHeaders('n', [])['Content-Security-Policy']).to.include("frame-ancestors 'none';");
    const framed = pageHeaders('n', ['https://clinic.example', 'https://x.example; script-src *', '*']);
    expect(framed['Content-Security-Policy']).to.include('frame-ancestors https://clinic.example;');
    expect(framed['X-Frame-Options']).to.equal(undefined);
  });
});
