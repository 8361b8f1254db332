import { expect } from 'chai';
import { Chat } from '../support/chat.ts';

describe('the language of the replies', () => {
  it('follows the question, also with English letters for the program in it', () => {
    const chat = new Chat();
    expect(chat.say('cuantas horas por semana es el IOP?')).to.include('al menos 9');
    expect(chat.say('what is inpatient treatment')).to.include('hospital or a treatment center');
    expect(chat.say('¿y qué es el PHP?')).to.match(/tratamiento|atención/);
  });

  it('stays where a message does not tell', () => {
    const chat = new Chat();
    chat.say('hola');
    expect(chat.say('php?')).to.match(/atención|tratamiento|persona/);
  });

  it('is changed by its name, in either language', () => {
    for (const words of ['español', 'in spanish please', '¿habla español?']) {
      const chat = new Chat();
      chat.say('what is php');
      expect(chat.say(words), words).to.include('en español');
      expect(chat.memory.language).to.equal('es');
    }
    const chat = new Chat();
    chat.say('hola', 'English');
    expect(chat.text).to.match(/English/);
    expect(chat.memory.language).to.equal('en');
  });

  it('can be changed in the middle of the screening, whose question is asked again', () => {
    const chat = new Chat();
    chat.say('start the screening', 'español');
    expect(chat.text).to.include('hacerse daño');
    expect(chat.memory.open).to.deep.equal({ kind: 'screening', question: 'safe' });
  });
});
