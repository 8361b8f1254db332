import { expect } from 'chai';
import { renderTeams } from '../../../bot/render/teams.ts';
import { resultCard, type ResultCard } from '../../../bot/render/result-card.ts';
import { renderWebChat } from '../../../bot/render/web-chat.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { everyResult, floored } from '../../dialogs/every-result.ts';
import { website } from '../../dialogs/screening-support.ts';
import { faultsOf, wordsIn } from './card-faults.ts';

const largest = 28 * 1024;

describe('the card of a result', () => {
  it('is valid for its version and small enough, for every rule, note, person and language', () => {
    const cards = [...everyResult().map(({ reply }) => reply), ...languages.map((each) => floored(each))].map(
      resultCard,
    );
    for (const card of cards) {
      expect(faultsOf(card), card.fallbackText).to.deep.equal([]);
      expect(Buffer.byteLength(JSON.stringify(card))).to.be.lessThan(largest);
    }
  });

  it('would be refused with an element that is none, so that this test means something', () => {
    const [told] = everyResult();
    if (told === undefined) throw new Error('no result');
    const card = resultCard(told.reply);
    const broken = { ...card, body: [{ type: 'Nonsense' }] } as unknown as ResultCard;
    expect(faultsOf(broken)).to.not.deep.equal([]);
  });

  it('carries all that the words carry: sections, answers, and pages to look further', () => {
    for (const { name, reply } of everyResult()) {
      const card = wordsIn(resultCard(reply).body);
      const lines = reply.sections.flatMap((section) => [section.title, ...section.lines]);
      const given = reply.answers.items.filter(({ state }) => state !== 'not-asked');
      for (const part of [reply.headline, ...lines, ...given.map(({ label }) => label)])
        expect(card, name).to.include(part);
      expect(resultCard(reply).actions.map(({ url }) => url)).to.deep.equal([
        'https://clinic.example',
        'https://findtreatment.gov',
      ]);
    }
  });

  it('reads in words where it can not be drawn', () => {
    for (const { reply } of everyResult())
      expect(resultCard(reply).fallbackText).to.include(reply.headline).and.include('FindTreatment.gov');
  });

  it('shows the words of a clinic as they are, and no formatting in them', () => {
    const [told] = everyResult();
    if (told === undefined) throw new Error('no result');
    const card = resultCard({ ...told.reply, headline: '# *x* [y](z) _w_' });
    expect(card.body[0]).to.have.property('text', String.raw`\# \*x\* \[y\](z) \_w\_`);
  });

  it('stands beside words to copy on the website and in Teams, which name the result, why, and whom to call', () => {
    for (const renderer of [
      renderWebChat,
      (replies: Parameters<typeof renderWebChat>[0]) => renderTeams(replies, website),
    ])
      for (const { name, reply } of everyResult()) {
        const activities = renderer([{ ...reply, choices: [] }]);
        const types = activities.flatMap(({ attachments = [] }) =>
          attachments.map(({ contentType }) => contentType),
        );
        expect(types, name).to.deep.equal(['application/vnd.microsoft.card.adaptive']);
        const [first] = activities;
        expect(first?.text, name)
          .to.include(reply.headline)
          .and.include('555-0100')
          .and.include(reply.page?.href);
        expect(first?.text, name).to.include(reply.sections[0]?.lines[0]);
      }
  });
});
