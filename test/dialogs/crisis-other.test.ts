import { expect } from 'chai';
import { crisisReply } from '../../dialogs/crisis-reply.ts';
import { riskCategories, type RiskCategory } from '../../knowledge/risk/verdict.ts';
import { after, Chat } from './crisis-chat.ts';
import { crisisWords, knowledgeIn, verdict } from './crisis-support.ts';

/** Words that only a person in danger themselves is told, in both languages. */
const toOneself =
  /with someone you trust|see a doctor or counselor today|do not stay alone|alguien de confianza|vea a un médico|no se quede a solas/i;

describe('danger that is told of another person', () => {
  const others: readonly (readonly [string, RegExp])[] = [
    ['my son just swallowed a bottle of pills', /^Call 911 for them now/],
    ["my wife is on the bridge and won't come down", /^Call 911 for them now/],
    ['i found my mom on the floor and she wont wake up', /^Call 911 for them now/],
    ['my husband is having chest pain and cant breathe', /^Call 911 for them now/],
    ['my roommate stopped drinking and now he is shaking and seeing bugs', /^Call 911 for them now/],
    ['my dad has a gun and says he is going to shoot himself', /^Call 911 for them now/],
    ['my student says he is going to shoot up the school tomorrow', /^Call 911 now if they may hurt someone/],
    ['mi hijo se acaba de tomar un frasco de pastillas', /^Llame ya al 911/],
    ['mi esposa está en el puente y no se quiere bajar', /^Llame ya al 911/],
    ['mi papá no despierta y está morado', /^Llame ya al 911/],
  ];
  for (const [words, lead] of others)
    it(`"${words}" is answered with words for the one who helps`, () => {
      const chat = new Chat();
      const text = chat.say(words);
      expect(text).to.match(lead).and.not.match(toOneself);
      expect(text).to.match(/with them right now\?|con esa persona ahora mismo\?/);
      expect(chat.memory.risk).to.include({ tier: 'immediate', about: 'other' });
    });

  const own = [
    "my brother says he'll kill me when mom leaves",
    'my wife left me and i have the gun in my hand',
    'my kids are asleep and i just took all my pills',
    'my sister wants to kill herself tonight and so do i',
    'my husband is beating me right now',
    'mi hermano dice que me va a matar',
    'ya me tomé las pastillas, díganle a mi mamá que la quiero',
  ];
  for (const words of own)
    it(`"${words}" is danger for oneself`, () => {
      const chat = new Chat();
      expect(chat.say(words)).to.not.match(/for them now|por esa persona/);
      expect(chat.memory.risk?.tier).to.equal('immediate');
      expect(chat.memory.risk?.about).to.equal(undefined);
    });

  it('an answer to whether someone is with them is met with what to do for them', () => {
    expect(after('my son just swallowed a bottle of pills').say('yes')).to.match(/Stay close if it is safe/);
    expect(after('my son just swallowed a bottle of pills').say('no he is alone')).to.match(
      /say where they may be/,
    );
    expect(after('mi hijo se acaba de tomar un frasco de pastillas').say('no')).to.match(
      /diga dónde puede estar/,
    );
  });

  it('a question that is passed over is asked again about them', () => {
    const chat = after("my wife is on the bridge and won't come down");
    expect(chat.say('calling is hard for me')).to.match(/with them/);
  });

  it('later words about oneself turn the reply to the writer', () => {
    const chat = after('my son just swallowed a bottle of pills');
    expect(chat.say('i am going to kill myself too')).to.not.match(/for them|with them/);
    expect(chat.memory.risk?.about).to.equal(undefined);
  });

  it('is answered in no category, and at no time, with words for the person in danger', () => {
    const reply = (category: RiskCategory, told: number) => {
      const judged = { ...verdict('immediate', category), about: 'other' } as const;
      return crisisReply({ verdict: judged, told, knowledge: knowledgeIn('US'), language: 'en' });
    };
    const first = reply('self-harm', 0);
    expect(first.body.join(' ')).to.match(/Stay with them if that is safe for you/);
    expect(first.question).to.equal('Is someone with them right now?');
    for (const category of riskCategories)
      for (const told of [0, 1, 2])
        expect(crisisWords(reply(category, told)), category).to.not.match(
          /see a doctor|where other people are|someone you trust|do not stay alone|do not drive|done to you/i,
        );
  });

  it('what to do is met with help, never with a guess at a question about care', () => {
    const chat = new Chat();
    expect(chat.say('he took the rifle out to the barn and hes not answering me')).to.not.include('Poison');
    chat.say('no');
    expect(chat.say('what do i do'))
      .to.match(/988|911/)
      .and.not.include('Do you mean one of these');
  });
});
