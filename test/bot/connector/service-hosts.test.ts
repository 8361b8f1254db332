import { expect } from 'chai';
import { governmentCloud, publicCloud } from '../../../bot/connector/cloud.ts';
import { onlyHosts, onlyThisMachine } from '../../../bot/connector/service-hosts.ts';

describe('replies may go', () => {
  const taken: readonly (readonly [string, readonly string[]])[] = [
    ['https://webchat.botframework.com/', publicCloud.serviceHosts],
    ['https://europe.directline.botframework.com/', publicCloud.serviceHosts],
    ['https://sms.botframework.com/', publicCloud.serviceHosts],
    ['https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/', publicCloud.serviceHosts],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', publicCloud.serviceHosts],
    ['https://smba.infra.gov.teams.microsoft.us/teams', governmentCloud.serviceHosts],
    ['https://smba.infra.dod.teams.microsoft.us/teams', governmentCloud.serviceHosts],
    ['https://directline.botframework.azure.us/', governmentCloud.serviceHosts],
  ];
  for (const [url, hosts] of taken)
    it(`to ${new URL(url).hostname}`, () => expect(onlyHosts(hosts)(url)).to.equal(true));

  for (const url of [
    'http://smba.trafficmanager.net/teams/',
    'https://mine.trafficmanager.net/teams/',
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://sms.botframework.com@evil.example/',
    'https://user:word@sms.botframework.com/',
    'ftp://sms.botframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'http://127.0.0.1:3978/',
    'urn:botframework:namedpipe:x',
    '',
  ])
    it(`not to ${url || 'no address'}`, () =>
      expect(onlyHosts(publicCloud.serviceHosts)(url)).to.equal(false));

  it('nowhere but to this machine while nobody is authenticated', () => {
    for (const url of ['', 'http://127.0.0.1:9', 'http://localhost:9/x', 'http://[::1]:9'])
      expect(onlyThisMachine(url), url).to.equal(true);
    for (const url of ['https://sms.botframework.com/', 'http://127.0.0.1.evil.example/'])
      expect(onlyThisMachine(url), url).to.equal(false);
  });
});
