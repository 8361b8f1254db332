import { expect } from 'chai';
import { crisisContext } from '../../dialogs/crisis-context.ts';
import { newMemory, readMemory, type Memory } from '../../dialogs/memory.ts';
import { troubleReply } from '../../dialogs/trouble.ts';
import { knowledgeIn } from './crisis-support.ts';

const memory: Memory = newMemory(new Date(0));

describe('the context of a message', () => {
  it('is what a crisis reply asked', () => {
    for (const asks of ['thoughts', 'plan', 'means', 'company'] as const)
      expect(crisisContext({ ...memory, open: { kind: 'crisis', asks } }).asked).to.equal(asks);
    expect(crisisContext({ ...memory, open: { kind: 'crisis', asks: 'danger' } }).asked).to.equal('body');
  });

  it('is the safety question of the screening, but no other question of it', () => {
    expect(crisisContext({ ...memory, open: { kind: 'screening', question: 'safe' } }).asked).to.equal(
      'thoughts-now',
    );
    expect(crisisContext({ ...memory, open: { kind: 'screening', question: 'body' } }).asked).to.equal(
      'body',
    );
    expect(crisisContext({ ...memory, open: { kind: 'screening', question: 'group' } }).asked).to.equal(
      undefined,
    );
    expect(crisisContext({ ...memory, open: { kind: 'confirm', what: 'restart' } }).asked).to.equal(
      undefined,
    );
  });

  it('includes the highest tier of the session', () => {
    expect(crisisContext(memory).sessionTier).to.equal(undefined);
    const risk = { tier: 'immediate', category: 'self-harm', at: '', told: 1 } as const;
    expect(crisisContext({ ...memory, risk }).sessionTier).to.equal('immediate');
  });

  it('is read from a memory that an earlier version wrote', () => {
    const older = {
      ...memory,
      risk: { tier: 'concern', category: 'self-harm', at: '', told: 1 },
      open: { kind: 'crisis', asks: 'plan' },
    };
    const read = readMemory(older);
    expect(read && crisisContext(read)).to.deep.equal({ asked: 'plan', sessionTier: 'concern' });
  });
});

describe('the reply to a fault', () => {
  it('says so in every language, with the numbers of the country', () => {
    const said = troubleReply(knowledgeIn('US'));
    const text = said.kind === 'say' ? said.text : '';
    expect(text)
      .to.include('Something went wrong')
      .and.include('Algo falló')
      .and.include('911')
      .and.include('988');
    expect(text).to.not.include('{');
  });
});
