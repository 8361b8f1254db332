import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { environmentSchema, readConfig } from '../../bot/config.ts';
import { projectRoot } from '../../knowledge/project-root.ts';

const read = (name: string): string => readFileSync(join(projectRoot(), name), 'utf8');
/** Without comments and without what stands in strings, which may hold any brackets. */
const code = (text: string): string =>
  text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/'(?:\\.|[^'\\])*'/g, "''");

const bicep = read('deploy/azure/main.bicep');
const bare = code(bicep);
const set = [...bicep.matchAll(/\{ name: '([A-Z]\w+)', (?:value|secretRef): /g)].map(([, name = '']) => name);
const parameters = [...bare.matchAll(/^param (\w+)/gm)].map(([, name = '']) => name);

/** Set by whoever runs it otherwise, or with a default that is right in Azure. */
const leftAlone = [
  'LOG_LEVEL',
  'ChannelService',
  'SERVICE_URL_HOSTS',
  'KNOWLEDGE_DIR',
  'KEEP_UNANSWERED',
  // The page speaks to the service itself.
  'DIRECT_LINE_SECRET',
  'DIRECT_LINE_URL',
];
/** A managed identity has none. */
const never = ['MicrosoftAppPassword'];

describe('the Azure template', () => {
  it('closes every bracket that it opens', () => {
    const open: string[] = [];
    for (const bracket of bare.match(/[()[\]{}]/g) ?? []) {
      if ('([{'.includes(bracket)) open.push(bracket);
      else expect(`${open.pop()}${bracket}`).to.be.oneOf(['()', '[]', '{}']);
    }
    expect(open).to.deep.equal([]);
  });

  it('sets only variables that .env.example explains, and each of them that is not left to its default', () => {
    const explained = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
    expect(set.length).to.be.at.least(15);
    for (const name of set) expect(explained, name).to.include(name);
    expect(new Set(set).size).to.equal(set.length);
    const missing = explained.filter((name) => ![...set, ...leftAlone, ...never].includes(name));
    expect(missing).to.deep.equal([]);
    for (const name of never) expect(set).to.not.include(name);
  });

  it('gives a configuration that the service starts with', () => {
    const values: Record<string, string> = {
      MicrosoftAppId: '0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d',
      MicrosoftAppTenantId: '0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d',
      TEAMS_TENANTS: '0f6f0d34-7c5c-4b1c-9d0a-3c1f2a5b6e7d',
      STORAGE_URL: 'https://carelevels.blob.core.windows.net/conversations',
      DIRECT_LINE_KEY: 'x'.repeat(44),
      PUBLIC_URL: 'https://care.clinic.example',
      MEMORY_DAYS: '30',
      CLINIC_COUNTRY: 'US',
    };
    const literal = (name: string): string | undefined =>
      new RegExp(`\\{ name: '${name}', value: '([^'$]*)' \\}`).exec(bicep)?.[1];
    const environment = Object.fromEntries(set.map((name) => [name, literal(name) ?? values[name] ?? '']));
    if (environment['STORAGE_ENCRYPTION_KEYS'] === '') delete environment['STORAGE_ENCRYPTION_KEYS'];
    const config = readConfig(environment);
    expect([config.production, config.host, config.port]).to.deep.equal([true, '0.0.0.0', 3978]);
    expect(config.app.type).to.equal('UserAssignedMSI');
    expect(Object.keys(environmentSchema.shape)).to.include.members(set);
  });

  it('uses every parameter, and marks those as secure that nobody may read', () => {
    for (const name of parameters)
      expect(
        bare.split(new RegExp(`\\b${name}\\b`)).length + bicep.split(`\${${name}`).length - 1,
        name,
      ).to.be.at.least(3);
    for (const name of ['directLineKey', 'storageEncryptionKeys', 'twilioAuthToken'])
      expect(bare, name).to.match(new RegExp(`@secure\\(\\)\\s+(@\\w+\\([^)]*\\)\\s+)?param ${name} `));
  });

  it('has the bot, its three channels, and a service that is always there and never opened without TLS', () => {
    for (const channel of ['MsTeamsChannel', 'DirectLineChannel', 'SmsChannel'])
      expect(bicep).to.include(`channelName: '${channel}'`);
    expect(bicep)
      .to.match(/minReplicas: 1/)
      .and.match(/allowInsecure: false/);
    expect(bicep)
      .to.match(/allowBlobPublicAccess: false/)
      .and.match(/\/api\/messages'/);
  });
});
