import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { environmentSchema, readConfig } from '../../bot/config.ts';
import { ConfigError } from '../../bot/errors.ts';
import { projectRoot } from '../../knowledge/project-root.ts';

describe('the configuration', () => {
  it('needs nothing at all on a development machine', () => {
    const config = readConfig({});
    expect(config).to.include({
      host: '127.0.0.1',
      port: 3978,
      storageUrl: 'sqlite:data/bot.db',
      production: false,
    });
  });

  it('names every wrong variable in one sentence', () => {
    const wrong = { PORT: 'many', CLINIC_COUNTRY: 'XX', STORAGE_URL: 'redis://here' };
    expect(() => readConfig(wrong))
      .to.throw(ConfigError, /PORT.*STORAGE_URL|STORAGE_URL.*PORT/s)
      .with.property('message')
      .that.includes('CLINIC_COUNTRY');
  });

  it('refuses to start without an app id in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).to.throw(ConfigError, 'MicrosoftAppId');
  });

  it('refuses to listen to other machines without an app id', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).to.throw(ConfigError, 'HOST');
  });

  it('asks for the password and the tenant that the type of bot needs', () => {
    const app = { MicrosoftAppId: 'id', MicrosoftAppType: 'SingleTenant' };
    expect(() => readConfig(app)).to.throw(ConfigError, /MicrosoftAppPassword.*MicrosoftAppTenantId/s);
    expect(
      readConfig({ ...app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' }).app.id,
    ).to.equal('id');
  });

  it('takes lists of organisations and hosts, and says when one is none', () => {
    const tenant = '11111111-AAAA-3333-4444-555555555555';
    const { app } = readConfig({ TEAMS_TENANTS: `${tenant}, ${tenant}`, SERVICE_URL_HOSTS: '*.a.example,b' });
    expect(app.teamsTenants).to.deep.equal([tenant.toLowerCase(), tenant.toLowerCase()]);
    expect(app.serviceHosts).to.deep.equal(['*.a.example', 'b']);
    expect(() => readConfig({ TEAMS_TENANTS: 'our clinic' })).to.throw(ConfigError, 'TEAMS_TENANTS');
    expect(() => readConfig({ SERVICE_URL_HOSTS: 'https://a.example/' })).to.throw(
      ConfigError,
      'SERVICE_URL_HOSTS',
    );
    expect(() => readConfig({ ChannelService: 'elsewhere' })).to.throw(ConfigError, 'ChannelService');
  });

  it('explains every variable in .env.example, and no other', () => {
    const example = readFileSync(join(projectRoot(), '.env.example'), 'utf8');
    const named = [...example.matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name);
    expect(named).to.have.members(Object.keys(environmentSchema.shape));
  });

  it('starts with .env.example as it stands', () => {
    const example = readFileSync(join(projectRoot(), '.env.example'), 'utf8');
    const values = Object.fromEntries(
      [...example.matchAll(/^([A-Za-z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(readConfig(values)).to.deep.equal(readConfig({}));
  });
});
