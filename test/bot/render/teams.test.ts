import { expect } from 'chai';
import { choicesOf } from '../../../bot/render/plain-text.ts';
import { renderTeams } from '../../../bot/render/teams.ts';
import type { AskReply, Reply, SayReply } from '../../../dialogs/reply.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { questionIds } from '../../../knowledge/levels-of-care/ids.ts';
import { everyResult, floored } from '../../dialogs/every-result.ts';
import { knowledge } from '../../support/knowledge.ts';
import { cardsOn, faultsOf, wordsIn } from './card-faults.ts';
import { everyAnswer, everyCrisis, everyQuestion, pressed } from './every-reply.ts';

const personal = { shared: false, pageLength: undefined };
const group = { shared: true, pageLength: undefined };
const largest = 28 * 1024;

const [question] = everyQuestion(personal);
if (question === undefined) throw new Error('no question');
const offers = languages.flatMap((language) =>
  ['topic:unknown', 'nothing'].map((choice) =>
    pressed(choice, language, personal, 'do penguins pay taxes on tuesdays'),
  ),
);
const offer = offers.flat().find((reply): reply is SayReply => reply.kind === 'say' && reply.miss === true);
if (offer === undefined) throw new Error('no offer');

/** Everything that the product can say, turn by turn. */
const everything: readonly (readonly Reply[])[] = [
  ...everyAnswer(personal),
  ...everyQuestion(personal).map((ask) => [ask]),
  ...everyResult().map(({ reply }) => [reply]),
  ...languages.map((language) => [floored(language)]),
  ...everyCrisis().map((crisis) => [crisis]),
  ...offers,
];

describe('a reply in Teams', () => {
  it('is small enough, with cards that are valid for version 1.5, whatever is said, wherever it is said', () => {
    const kinds = new Set(everything.flat().map(({ kind }) => kind));
    expect([...kinds].toSorted()).to.deep.equal(['answer', 'ask', 'crisis', 'result', 'say']);
    expect(new Set(everyQuestion(personal).map((ask) => ask.question))).to.deep.equal(new Set(questionIds));
    let cards = 0;
    for (const replies of everything)
      for (const activity of [...renderTeams(replies, personal), ...renderTeams(replies, group)]) {
        expect(Buffer.byteLength(JSON.stringify(activity)), activity.text).to.be.at.most(largest);
        const [inWords, onCard] = [activity.text !== undefined, cardsOn(activity).length > 0];
        expect(inWords, JSON.stringify(activity)).to.not.equal(onCard);
        expect(activity.text ?? activity.summary).to.not.equal('');
        for (const card of cardsOn(activity)) {
          cards += 1;
          expect(faultsOf(card), card.fallbackText).to.deep.equal([]);
          expect(card.fallbackText).to.not.equal('');
        }
      }
    expect(cards).to.be.greaterThan(300);
  });

  it('would be refused with a row that does nothing known, so that the test above means something', () => {
    const [activity] = renderTeams([question], personal);
    const [card] = cardsOn(activity ?? {});
    const broken = { ...card, body: [{ type: 'Container', items: [], selectAction: { type: 'Nonsense' } }] };
    expect(faultsOf(broken as unknown as Parameters<typeof faultsOf>[0])).to.not.deep.equal([]);
  });

  it('asks with a card that has the question and each option as a row that sends its id, and nothing else', () => {
    for (const ask of everyQuestion(personal)) {
      const [activity] = renderTeams([ask], personal);
      const [card] = cardsOn(activity ?? {});
      expect(activity?.summary).to.equal(ask.text);
      expect(wordsIn(card?.body)).to.include(ask.text).and.include(ask.progress);
      expect(activity?.suggestedActions).to.equal(undefined);
      const rows = card?.body.flatMap((row) => ('selectAction' in row ? [row.selectAction?.data] : []));
      expect(rows).to.deep.equal(ask.choices.map(({ id }) => ({ choice: id })));
      const below = card?.actions.map((action) => 'data' in action && action.data);
      expect(below).to.deep.equal(ask.actions.map(({ id }) => ({ choice: id })));
      for (const { label } of ask.choices) expect(wordsIn(card?.body)).to.include(label);
    }
  });

  it('offers topics as rows that say in the chat what was picked', () => {
    const [activity] = renderTeams([offer], personal);
    const [card] = cardsOn(activity ?? {});
    expect(wordsIn(card?.body)).to.include(offer.text);
    const data = card?.body.flatMap((row) => ('selectAction' in row ? [row.selectAction?.data] : []));
    expect(data).to.deep.equal(
      offer.choices.map(({ id, label }) => ({
        msteams: { type: 'messageBack', text: label, displayText: label, value: { choice: id } },
      })),
    );
  });

  it('names the sources of an answer by number, and never calls it generated', () => {
    const cited = everyAnswer(personal)
      .flat()
      .filter((reply) => reply.kind === 'answer' && (reply.cites ?? []).length > 0);
    expect(cited.length).to.be.greaterThan(60);
    for (const reply of cited) {
      const [activity] = renderTeams([reply], personal);
      const cites = (reply.kind === 'answer' && reply.cites) || [];
      expect(activity?.entities).to.have.length(1);
      const [entity] = activity?.entities ?? [];
      expect(entity).to.include({ type: 'https://schema.org/Message', '@type': 'Message' });
      expect(entity?.['citation']).to.deep.equal(
        cites.map(({ name, about }, at) => ({
          '@type': 'Claim',
          position: at + 1,
          appearance: { '@type': 'DigitalDocument', name, abstract: about },
        })),
      );
      for (const [at] of cites.entries()) expect(activity?.text).to.include(`[${at + 1}]`);
      expect(JSON.stringify(activity)).to.not.match(/AIGenerated|additionalType/);
    }
  });

  it('names the meta-analysis under the answer that rests on it, and no source where the bot speaks of itself', () => {
    const cites = (topic: string) =>
      pressed(`topic:${topic}`, 'en', personal).flatMap((reply) =>
        reply.kind === 'answer' ? (reply.cites ?? []).map(({ name }) => name) : [],
      );
    const { article, review } = knowledge().texts.en.teams.citations;
    expect(cites('iop-effectiveness')).to.include(article.name).and.include(review.name);
    expect(cites('about-bot')).to.deep.equal([]);
  });

  it('asks what people think of an answer in a private chat only', () => {
    const answer = pressed('topic:iop-definition', 'en', personal);
    expect(renderTeams(answer, personal)[0]?.channelData).to.deep.equal({ feedbackLoopEnabled: true });
    expect(renderTeams(answer, group)[0]?.channelData).to.equal(undefined);
    expect(renderTeams([question], personal)[0]?.channelData).to.equal(undefined);
  });

  it('suggests next steps in a private chat only, as words to send, and no more of them than are shown', () => {
    for (const replies of everything) {
      const activities = renderTeams(replies, personal);
      for (const { suggestedActions } of activities) {
        expect(suggestedActions?.actions.length ?? 0).to.be.at.most(6);
        for (const { type, title, value } of suggestedActions?.actions ?? [])
          expect([type, value]).to.deep.equal(['imBack', title]);
      }
      for (const { suggestedActions, entities, text } of renderTeams(replies, group)) {
        expect(suggestedActions, text).to.equal(undefined);
        expect(entities, text).to.equal(undefined);
      }
    }
  });

  it('suggests them under plain words of one paragraph alone, as Teams shows no formatting there', () => {
    const suggesting = everything
      .flatMap((replies) => renderTeams(replies, personal))
      .filter(({ suggestedActions }) => suggestedActions);
    expect(suggesting.length).to.be.greaterThan(20);
    for (const { text, textFormat } of suggesting) {
      expect(textFormat).to.equal('plain');
      expect(text).to.not.match(/\n|\*\*|\]\(/);
    }
  });

  it('leaves no choice out', () => {
    for (const replies of everything)
      for (const reply of replies) {
        const activities = renderTeams([reply], personal);
        const shown = JSON.stringify(activities);
        for (const { label } of choicesOf(reply))
          expect(shown).to.include(JSON.stringify(label).slice(1, -1));
      }
  });

  it('gives help as text whose links call, with the help in its first sentence, and no card to wait for', () => {
    for (const crisis of everyCrisis())
      for (const channel of [personal, group]) {
        const [activity, asked, ...others] = renderTeams([crisis], channel);
        expect(others).to.deep.equal([]);
        expect(asked?.text).to.equal(channel.shared ? undefined : crisis.question);
        expect(activity?.attachments).to.equal(undefined);
        expect(activity?.text?.startsWith(`**${crisis.lead}**`)).to.equal(true);
        expect(crisis.contacts.some(({ href }) => href.startsWith('tel:'))).to.equal(true);
        for (const { label, href } of crisis.contacts)
          expect(activity?.text).to.include(`[${label}](${href})`);
      }
  });

  it('becomes plain text where it would be too large', () => {
    const long = 'long words '.repeat(2_700);
    const ask: AskReply = { ...question, text: long };
    const [activity] = renderTeams([ask], personal);
    expect(activity?.attachments).to.equal(undefined);
    expect(activity?.textFormat).to.equal('plain');
    for (const { label } of ask.choices) expect(activity?.text).to.include(label);
  });
});
