import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { appPackage } from '../../deploy/teams/app-package.ts';
import { readAppSettings } from '../../deploy/teams/app-settings.ts';
import { converse } from '../../dialogs/converse.ts';
import { newMemory } from '../../dialogs/memory.ts';
import { languages } from '../../knowledge/language/language.ts';
import { teamsCommandIds } from '../../knowledge/texts/teams-texts.ts';
import { knowledge } from '../support/knowledge.ts';

const good = {
  MicrosoftAppId: '0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d',
  PUBLIC_URL: 'https://care.clinic.example/',
  CLINIC_NAME: 'Example Clinic',
};
const packed = (environment: Readonly<Record<string, string>> = good): Uint8Array =>
  appPackage({ settings: readAppSettings(environment), knowledge: knowledge(), version: '1.2.3' });
const usual = packed();
const unpacked = (zip = usual) => unzipSync(zip);
const jsonIn = (name: string, zip = usual) =>
  JSON.parse(strFromU8(unpacked(zip)[name] ?? new Uint8Array())) as Record<string, unknown>;

/** Microsoft's own schemas, as they come with its package: nothing is fetched. */
const schemaFolder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams/v1.22',
);
type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];
const faultsOf = (value: object, schema: string): Promise<readonly string[]> =>
  AppManifestUtils.validateAgainstSchema(
    value as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0],
    readSchema(schema),
  );

/** One pattern of the schema, for a part that we don't have, is no regular expression of today. */
const readSchema = (name: string): Schema => {
  const schema = JSON.parse(readFileSync(join(schemaFolder, name), 'utf8')) as Schema & {
    patternProperties?: object;
  };
  const patterns = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => isPattern(pattern));
  return { ...schema, patternProperties: Object.fromEntries(patterns) };
};

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
};

describe('the Teams app package', () => {
  it('has the manifest, two icons and the Spanish words, all at the top level', () => {
    expect(Object.keys(unpacked()).toSorted()).to.deep.equal([
      'color.png',
      'es.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  it("follows Microsoft's schema, and would be refused where it did not", async () => {
    const manifest = jsonIn('manifest.json');
    expect(await faultsOf(manifest, 'MicrosoftTeams.schema.json')).to.deep.equal([]);
    expect(await faultsOf(jsonIn('es.json'), 'MicrosoftTeams.Localization.schema.json')).to.deep.equal([]);
    const { name: _, ...nameless } = manifest;
    expect(await faultsOf(nameless, 'MicrosoftTeams.schema.json')).to.not.deep.equal([]);
  });

  it('names the bot, the clinic and its pages as configured', () => {
    const manifest = jsonIn('manifest.json', packed({ ...good, CLINIC_URL: 'https://clinic.example' }));
    expect(manifest).to.deep.include({
      id: good.MicrosoftAppId,
      version: '1.2.3',
      validDomains: ['care.clinic.example'],
      developer: {
        name: 'Example Clinic',
        websiteUrl: 'https://clinic.example',
        privacyUrl: 'https://care.clinic.example/privacy',
        termsOfUseUrl: 'https://care.clinic.example/privacy',
      },
    });
    expect(JSON.stringify(manifest))
      .to.include('988')
      .and.not.match(/\{(clinic|danger|privacy)\}/);
  });

  it('offers in shared places general questions only', () => {
    const [bot] = jsonIn('manifest.json')['bots'] as [
      { commandLists: { scopes: string[]; commands: object[] }[] },
    ];
    const [personal, shared] = bot.commandLists;
    expect(personal?.commands).to.have.length(teamsCommandIds.length).and.to.have.length.at.most(10);
    expect(shared?.scopes).to.deep.equal(['team', 'groupChat']);
    const { iop, php, levels } = knowledge().texts.en.teams.commands;
    expect(shared?.commands).to.deep.equal([iop, php, levels]);
  });

  it('says in Spanish each word that it says in English', () => {
    const { texts } = knowledge();
    const spanish = Object.values(jsonIn('es.json'));
    for (const id of teamsCommandIds)
      expect(spanish).to.include(texts.es.teams.commands[id].title).and.include(texts.es.teams.app.name);
  });

  it('is the same file for the same settings, and another for others', () => {
    expect(Buffer.compare(usual, packed())).to.equal(0);
    expect(Buffer.compare(usual, packed({ ...good, CLINIC_NAME: 'Another' }))).to.not.equal(0);
  });

  for (const [name, size] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const)
    it(`has ${name} as a PNG of ${size} by ${size} pixels`, () => {
      const png = Buffer.from(unpacked()[name] ?? []);
      expect(png.subarray(1, 4).toString()).to.equal('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([size, size]);
      const [length, from] = [png.readUInt32BE(33), 41];
      const rows = inflateSync(png.subarray(from, from + length));
      expect(rows).to.have.length(size * (size * 4 + 1));
      if (name === 'outline.png') expect(onlyWhite(rows, size)).to.equal(true);
    });

  it('names every setting that is missing or wrong, and how it should be', () => {
    expect(() => readAppSettings({})).to.throw(/MicrosoftAppId.*PUBLIC_URL.*CLINIC_NAME/);
    for (const [name, value] of [
      ['MicrosoftAppId', 'my-bot'],
      ['PUBLIC_URL', 'http://care.clinic.example'],
      ['CLINIC_NAME', 'A clinic whose name is far longer than Teams shows'],
      ['CLINIC_URL', 'clinic'],
      ['CLINIC_COUNTRY', 'XX'],
    ] as const)
      expect(() => readAppSettings({ ...good, [name]: value }), name).to.throw(
        new RegExp(`^The Teams app can not be packaged: ${name} [^;]+\\. See`),
      );
  });
});

describe('a command of the Teams app', () => {
  const topics = { iop: 'iop-definition', php: 'php-definition', levels: 'levels-overview', human: 'human' };
  const channel = { shared: false, pageLength: undefined };
  for (const language of languages)
    for (const id of teamsCommandIds)
      it(`is understood: ${knowledge().texts[language].teams.commands[id].title}`, () => {
        const { title } = knowledge().texts[language].teams.commands[id];
        const memory = { ...newMemory(new Date(0)), language, greeted: true };
        const message = { kind: 'text', text: title, channel } as const;
        const after = converse(memory, message, knowledge(), new Date(0));
        const asked = after.replies.some(({ kind }) => kind === 'ask');
        const answered = after.replies.flatMap((reply) =>
          reply.kind === 'trace' && reply.trace.name === 'Match' ? reply.trace.value.topics : [],
        );
        if (id === 'screening') expect(asked).to.equal(true);
        else if (id === 'language') expect(after.memory?.language).to.not.equal(language);
        else expect(answered).to.deep.equal([id === 'privacy' ? 'privacy' : topics[id]]);
      });
});

/** Every pixel that shows at all is white. */
const onlyWhite = (rows: Uint8Array, size: number): boolean => {
  let shown = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const at = row * (size * 4 + 1) + 1 + column * 4;
      if ((rows[at + 3] ?? 0) === 0) continue;
      shown += 1;
      if (rows[at] !== 255 || rows[at + 1] !== 255 || rows[at + 2] !== 255) return false;
    }
  return shown > 100;
};
