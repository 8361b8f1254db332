// Draws the pictures of the screening in docs/, from the transcripts and the real service: `npm run pictures`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startService, type RunningService } from '../support/service.ts';
import { openBrowser, Visitor } from './visitor.ts';

/** High enough to have a whole card in sight. */
const forCards = { width: 460, height: 2_400 };
const forQuestions = { width: 460, height: 1_100 };
const afterASentence = 400;

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the person says in a transcript. */
const linesOf = (transcript: string): readonly string[] =>
  readFileSync(fileOf(`test/conversations/${transcript}.chat`), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []));

/** Says the lines one after the other, each once the last was answered, until a result's card is there. */
const talk = async (visitor: Visitor, lines: readonly string[], end: string): Promise<void> => {
  const messages = visitor.page.locator('.webchat__basic-transcript__activity');
  for (const line of lines) {
    const before = await messages.count();
    await visitor.say(line);
    while ((await messages.count()) < before + 2) await visitor.page.waitForTimeout(50);
    await visitor.page.waitForTimeout(afterASentence);
    if ((await visitor.page.locator(end).count()) > 0) return;
  }
};

interface Picture {
  readonly name: string;
  readonly transcript: string;
  /** How many of its lines are said, where not all up to the result. */
  readonly lines?: number;
  readonly end?: string;
}

const pictures: readonly Picture[] = [
  { name: 'question', transcript: 'screening-to-iop-in-english', lines: 4 },
  { name: 'question-in-spanish', transcript: 'screening-to-iop-in-spanish', lines: 4 },
  { name: 'iop', transcript: 'screening-to-iop-in-english' },
  { name: 'iop-in-spanish', transcript: 'screening-to-iop-in-spanish' },
  { name: 'php', transcript: 'screening-to-php-in-english' },
  { name: 'outpatient', transcript: 'screening-to-outpatient-in-english' },
  { name: 'detox', transcript: 'screening-to-detox-in-english' },
  { name: 'clinician', transcript: 'screening-to-clinician-in-english' },
  { name: 'undetermined', transcript: 'screening-undetermined-in-english' },
  { name: 'crisis', transcript: 'screening-to-crisis-in-english', end: '#chat a[href="tel:911"]' },
];

const take = async (browser: Browser, { url }: RunningService, picture: Picture): Promise<void> => {
  const language = picture.name.endsWith('spanish') ? 'es' : 'en';
  const visitor = await Visitor.at(browser, `${url}/embed?lang=${language}`, {
    viewport: picture.lines === undefined ? forCards : forQuestions,
  });
  await visitor.hears(/automated service|servicio automático/i);
  await talk(visitor, linesOf(picture.transcript).slice(0, picture.lines), picture.end ?? '.ac-adaptiveCard');
  await visitor.page.waitForTimeout(afterASentence);
  const path = fileOf(`docs/images/screening-${picture.name}.png`);
  const last = visitor.page.locator('.webchat__basic-transcript__activity').last();
  await (picture.lines === undefined ? last.screenshot({ path }) : visitor.page.screenshot({ path }));
  await visitor.leave();
};

const service = await startService({ CLINIC_NAME: 'Harbor Clinic', CLINIC_PHONE: '555-0100' });
const browser = await openBrowser();
for (const picture of pictures) await take(browser, service, picture);
await browser.close();
await service.stop();
