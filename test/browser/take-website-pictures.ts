// Draws the pictures of the website's chat in docs/, from the real service: `npm run pictures`.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.ts';
import { startService } from '../support/service.ts';
import { openBrowser, Visitor } from './visitor.ts';

const question = 'How many hours a week is an IOP?';
const answer = /An IOP has this much treatment a week/;
const port = await freePort();
const site = `http://localhost:${port}`;
const service = await startService({ CLINIC_NAME: 'your clinic', EMBED_ORIGINS: site });
const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Your clinic</title>
<style>body { margin: 0; font: 18px/1.6 serif } header { padding: 24px 48px; font-size: 26px; background: #e8e4d9 }
main { max-width: 600px; padding: 24px 48px }</style>
<header>Your clinic</header><main><h1>Outpatient care</h1>
<p>We offer group and one-to-one therapy, in the daytime and in the evening.</p>
<p>Call the front desk to book a first visit, or look around on these pages.</p></main>
<script src="${service.url}/widget.js" defer data-greeting="Not sure which kind of care to ask about?"></script></html>`;
const clinic = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
}).listen(port, 'localhost');
await once(clinic, 'listening');

const browser = await openBrowser();
const take = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.still();
  await visitor.page.screenshot({
    path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)),
  });
};
const talk = async (visitor: Visitor, words: string, reply: RegExp): Promise<void> => {
  await visitor.choice(/./).first().waitFor();
  await visitor.say(words);
  await visitor.hears(reply);
  await visitor.choice(/./).first().waitFor();
};

const desk = await Visitor.atClinic(browser, site, { viewport: { width: 1_000, height: 760 } });
await desk.launcher.waitFor();
await take(desk, 'embed-closed');
await desk.launcher.click();
await talk(desk, question, answer);
await take(desk, 'embed-open');

const phone = await Visitor.atClinic(browser, site, {
  viewport: { width: 320, height: 640 },
  deviceScaleFactor: 2,
});
await phone.launcher.click();
await talk(phone, 'I want to kill myself tonight', /Right now, please/);
await take(phone, 'embed-phone');

const page = await Visitor.at(browser, service.url, { viewport: { width: 1_000, height: 1_000 } });
await talk(page, question, answer);
await page.page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
await take(page, 'widget');

await browser.close();
clinic.close();
await service.stop();
