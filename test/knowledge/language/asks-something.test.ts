import { expect } from 'chai';
import { asksSomething } from '../../../knowledge/language/asks-something.ts';

describe('whether words ask for something', () => {
  for (const text of [
    'how many hours is it',
    'php hours',
    'tell me about iop',
    'i feel bad, what is php',
    'I want to know the cost',
    'hours for teens',
    'cuánto cuesta',
    'quiero saber los horarios',
    '¿aceptan niños?',
    'ok so how long is it',
    'ok what if she refuses to go',
    'bueno y cuántas horas son para ella',
  ])
    it(`yes: "${text}"`, () => expect(asksSomething(text)).to.equal(true));

  for (const text of [
    'calling is hard for me',
    'nobody sees me',
    'my head is so loud tonight',
    'you dont understand',
    'stop telling me to call',
    'me siento solo',
    'the group at work hates me',
    'ok so i told him everything and he left',
    'like here in this house',
    'it never gets better in this house',
  ])
    it(`no: "${text}"`, () => expect(asksSomething(text)).to.equal(false));
});
