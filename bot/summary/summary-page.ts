import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { tableVersion } from '../../knowledge/levels-of-care/questions.ts';
import { newMemory } from '../../dialogs/memory.ts';
import { noOutside } from '../../dialogs/outside.ts';
import type { GivenAnswer, ResultReply } from '../../dialogs/reply.ts';
import { resultAgain } from '../../dialogs/screening.ts';
import { dayOf, timeOf } from '../../dialogs/screening/when.ts';
import { fill, type Voice } from '../../dialogs/turn.ts';
import type { OwnContent, Reader } from '../page/page-sender.ts';
import type { SummaryDocument } from './summary-document.ts';

/** The page of a result, in the language of whoever reads it; that it is gone where there is no (such) result any more. */
export const summaryPage = (
  knowledge: Knowledge,
  found: SummaryDocument | undefined,
  { language, nonce }: Reader,
): OwnContent => {
  const voice: Voice = {
    knowledge,
    texts: knowledge.texts[language],
    memory: { ...newMemory(new Date(0)), language },
    outside: noOutside,
  };
  const current = found?.screening.table === tableVersion ? found : undefined;
  const result = current && resultAgain(voice, current.screening);
  const head = `<meta name="robots" content="noindex, nofollow" />${style(nonce)}`;
  if (!current || !result) return { ...gone(voice), head, status: 404 };
  return { title: voice.texts.screening.summary.title, head, body: bodyOf(voice, current, result, nonce) };
};

const gone = ({ texts }: Voice) => {
  const { title, text } = texts.screening.summary.gone;
  return { title, body: paragraph(text) };
};

const bodyOf = (voice: Voice, found: SummaryDocument, result: ResultReply, nonce: string): string => {
  const { summary } = voice.texts.screening;
  const { language } = voice.memory;
  const given = result.answers.items.filter(({ state }) => state === 'answered').length;
  const made = fill(summary.made, {
    date: dayOf(found.at, language),
    count: String(given),
    table: found.screening.table,
  });
  return [
    `<p class="headline"><strong>${escapeHtml(result.headline)}</strong></p>`,
    paragraph(made),
    ...result.sections.map(({ title, lines }) => `<h2>${escapeHtml(title)}</h2>\n${list(lines)}`),
    contactsOf(summary.contact, result),
    answersTable(summary, result.answers.items),
    paragraph(fill(summary.until, { until: timeOf(found.until, language) })),
    paragraph(summary.remove),
    `<p class="print"><button type="button" id="print">${escapeHtml(summary.print)}</button></p>`,
    `<script nonce="${escapeHtml(nonce)}">document.getElementById('print').addEventListener('click', () => print());</script>`,
  ].join('\n');
};

const contactsOf = (title: string, { contacts }: ResultReply): string =>
  contacts.length === 0
    ? ''
    : `<h2>${escapeHtml(title)}</h2>\n<ul>${contacts
        .map(({ label, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`)
        .join('')}</ul>`;

const answersTable = (
  { asked, columns }: Voice['texts']['screening']['summary'],
  items: readonly GivenAnswer[],
): string => `<h2>${escapeHtml(asked)}</h2>
<table>
<thead><tr><th scope="col">${escapeHtml(columns.question)}</th><th scope="col">${escapeHtml(columns.answer)}</th></tr></thead>
<tbody>
${items.map(({ name, label, state }) => `<tr class="${state}"><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(label)}</td></tr>`).join('\n')}
</tbody>
</table>`;

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
const list = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;

/** On paper only what is about the result. */
const style = (nonce: string): string => `<style nonce="${escapeHtml(nonce)}">
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: start; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; }
.skipped td, .not-asked td { color: var(--quiet); }
@media print {
  nav, .language, .skip, .print { display: none; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
</style>`;
