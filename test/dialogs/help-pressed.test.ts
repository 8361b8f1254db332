import { expect } from 'chai';
import { RiskGate } from '../../bot/risk-gate.ts';
import { converse } from '../../dialogs/converse.ts';
import { helpId } from '../../dialogs/help-pressed.ts';
import { newMemory, type Memory } from '../../dialogs/memory.ts';
import type { Message } from '../../dialogs/message.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { knowledge } from '../support/knowledge.ts';

const now = new Date('2026-11-01T12:00:00Z');
const channel = (language: Language) => ({ shared: false, pageLength: undefined, language });
const pressed = (language: Language): Message => ({
  kind: 'choice',
  choice: helpId,
  label: knowledge().texts[language].page.help.button,
  channel: channel(language),
});

/** The memory after these words were said. */
const after = (language: Language, ...said: readonly string[]): Memory =>
  said.reduce<Memory>((memory, text) => {
    const outcome = converse(memory, { kind: 'text', text, channel: channel(language) }, knowledge(), now);
    return outcome.memory ?? newMemory(now);
  }, newMemory(now));

const before: Readonly<Record<string, readonly string[]>> = {
  'at the start': [],
  'in the screening': ['start the screening'],
  'after a concern': ['I wish I was dead'],
  'after an immediate danger': ['I want to kill myself tonight'],
  'after an answer to "is someone with you"': ['I want to kill myself tonight', 'yes'],
  'after it was taken back': ['I want to kill myself tonight', 'just kidding'],
};

describe('whoever presses "I need help now"', () => {
  for (const language of ['en', 'es'] as const)
    for (const [when, said] of Object.entries(before))
      it(`gets the crisis reply for an immediate danger ${when} (${language})`, () => {
        const { memory, replies } = converse(after(language, ...said), pressed(language), knowledge(), now);
        const crisis = replies.find((reply) => reply.kind === 'crisis');
        expect(crisis?.tier).to.equal('immediate');
        expect(crisis?.contacts.map(({ href }) => href)).to.include.members(['tel:988', 'tel:911']);
        expect(memory?.risk?.tier).to.equal('immediate');
      });

  it('gets it from the gate, before any memory, in the language of the button', () => {
    const gate = new RiskGate(knowledge());
    for (const language of ['en', 'es'] as const) {
      const { urgent: reply } = gate.judge({
        conversation: language,
        activityId: '1',
        channelId: 'directline',
        message: pressed(language),
      });
      expect(reply?.tier).to.equal('immediate');
      expect(reply?.choices.map(({ label }) => label)).to.include(language === 'en' ? 'Yes' : 'Sí');
    }
  });
});
