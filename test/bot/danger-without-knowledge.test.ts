import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { artefactFolder, artefactNames } from '../../knowledge/artefacts.ts';
import { say } from '../support/emulator.ts';
import { startService } from '../support/service.ts';

type Damage = (file: string) => void;
const damages: Readonly<Record<string, Damage>> = {
  missing: (file) => rmSync(file),
  empty: (file) => truncateSync(file),
  'cut short': (file) => truncateSync(file, 1_000),
  'something else': (file) => writeFileSync(file, 'no such thing'),
};

/** The service on knowledge of which one file is damaged. */
const withDamaged = async (
  name: string,
  damage: Damage,
  then: (service: Awaited<ReturnType<typeof startService>>) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  try {
    cpSync(artefactFolder(), folder, { recursive: true });
    damage(join(folder, name));
    const service = await startService({}, { knowledgeFolder: folder });
    try {
      await then(service);
    } finally {
      await service.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('while the file of the matcher is', () => {
  for (const [what, damage] of Object.entries(damages))
    it(`${what}, danger is answered, buttons work, and other questions get an honest word`, async () => {
      await withDamaged(artefactNames.matcher, damage, async (service) => {
        const { url } = service;
        const { text } = await say(url, 'a', 'i am going to kill myself tonight');
        expect(text).to.include('988').and.include('911');
        expect((await say(url, 'b', 'i wish i was dead')).text).to.include('988');
        const asked = await say(url, 'c', 'how many hours a week is it?');
        expect(asked.text).to.include('can not look up answers').and.include('911');
        const pressed = await say(url, 'c', asked.buttons[0] ?? '');
        expect(pressed.screening?.question).to.equal('safe');
        expect(service.logged()).to.include(artefactNames.matcher).and.include('npm run build');
      });
    });
});

describe('while the file of the trained risk model is', () => {
  const found = {
    immediate: [
      'i am going to kill myself tonight',
      'voy a matarme esta noche',
      'i have a gun and i want to die',
    ],
    concern: ['i wish i was dead', 'ya no quiero vivir', "i can't go on anymore, i want to end my life"],
    none: ['hello', 'what is an iop', 'how many hours a week is it?', 'start the screening'],
  };
  for (const [what, damage] of Object.entries(damages))
    it(`${what}, the signs of the lexicon still lead to help`, async () => {
      await withDamaged(artefactNames.riskModel, damage, async (service) => {
        const { url } = service;
        for (const text of [...found.immediate, ...found.concern]) {
          const { risk, text: said } = await say(url, text, text);
          expect(risk.tier, text).to.be.oneOf(['concern', 'immediate']);
          expect(said, text).to.match(/988/);
        }
        for (const text of found.none) expect((await say(url, text, text)).risk.tier, text).to.equal('none');
        expect(service.logged()).to.include(artefactNames.riskModel);
      });
    });
});

describe('without the words or the lexicon there is nothing to say or to judge by, so the service', () => {
  for (const name of [artefactNames.words, artefactNames.riskLexicon])
    for (const [what, damage] of Object.entries(damages))
      it(`does not start, and names the file and the mend (${name} is ${what})`, async () => {
        const started = withDamaged(name, damage, async () => {});
        const error = await started.then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).to.be.an('error');
        expect(String(error)).to.include(name).and.include('npm run build').and.include('delete the folder');
      });
});
