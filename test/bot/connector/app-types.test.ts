import { expect } from 'chai';
import { Channel } from '../../support/connector/channel.ts';
import { listen, type Asked } from '../../support/connector/listen.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const otherTenant = '99999999-2222-3333-4444-555555555555';

const withChannel = async (
  environment: Readonly<Record<string, string>>,
  check: (channel: Channel) => Promise<void>,
): Promise<void> => {
  const channel = await Channel.open(environment);
  try {
    await check(channel);
  } finally {
    await channel.close();
  }
};

describe('the bot signs in', () => {
  it("at the Bot Framework's tenant when it is multi-tenant, and once for all its replies", () =>
    withChannel({ MicrosoftAppType: 'MultiTenant' }, async (channel) => {
      await Promise.all(['a', 'b', 'c'].map((id) => channel.deliver(channel.said('what is an iop', { id }))));
      expect(channel.connector.messages.length).to.be.at.least(3);
      const signIns = channel.framework.asked.filter((each) => each.endsWith('/token'));
      expect(signIns).to.deep.equal(['POST /botframework.com/oauth2/v2.0/token']);
    }));

  it('at its own tenant when it is single-tenant', () =>
    withChannel({ MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant }, async (channel) => {
      await channel.deliver(channel.said('what is an iop'));
      expect(channel.connector.read).to.match(/outpatient/);
      expect(channel.framework.asked).to.include(`POST /${tenant}/oauth2/v2.0/token`);
    }));

  it("with the machine's identity when that is managed by Azure", async () => {
    const asked: Asked[] = [];
    const machine = await listen((each) => {
      asked.push(each);
      const expires = String(Math.floor(Date.now() / 1000) + 3_600);
      const body = { access_token: 'managed', expires_on: expires, resource: 'r', token_type: 'Bearer' };
      return { status: 200, body };
    });
    const settings = { IDENTITY_ENDPOINT: `${machine.url}/msi/token`, IDENTITY_HEADER: 'a header' };
    Object.assign(process.env, settings);
    try {
      await withChannel(
        { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant, MicrosoftAppPassword: '' },
        async (channel) => {
          channel.framework.issued.add('managed');
          await channel.deliver(channel.said('what is an iop'));
          expect(channel.connector.read).to.match(/outpatient/);
          expect(channel.framework.signIns).to.deep.equal([]);
        },
      );
      expect(asked[0]?.headers['x-identity-header']).to.equal('a header');
      expect(decodeURIComponent(asked[0]?.path ?? '')).to.include('https://api.botframework.com');
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name];
      await machine.close();
    }
  });

  it('anew when a connector no longer takes its token', () =>
    withChannel({}, async (channel) => {
      await channel.deliver(channel.said('what is an iop'));
      channel.framework.issued.clear();
      await channel.deliver(channel.said('what is php'));
      expect(channel.connector.read).to.match(/partial hospitalization/i);
      expect(channel.framework.signIns).to.have.length(2);
    }));

  it('in vain with a wrong password, and says in the log what to look at', () =>
    withChannel({ MicrosoftAppPassword: 'wrong' }, async (channel) => {
      expect((await channel.deliver(channel.said('what is an iop'))).status).to.equal(200);
      expect(channel.service.logged()).to.match(/check MicrosoftAppId, MicrosoftAppPassword/);
      expect(channel.service.logged()).to.not.include('"wrong"');
    }));
});

describe('organisations in Teams', () => {
  it('that are listed are answered, and all others get a plain 403 before anything is read', () =>
    withChannel({ TEAMS_TENANTS: `${otherTenant}, ${tenant.toUpperCase()}` }, async (channel) => {
      const payload = channel.payload('msteams.personal.message', { text: 'what is an iop' });
      expect((await channel.deliver(payload)).status).to.equal(200);
      const { messages } = channel.connector;
      const stranger = { channelData: { tenant: { id: '00000000-0000-0000-0000-000000000001' } }, id: 'x' };
      const response = await channel.deliver({ ...payload, ...stranger });
      expect(response.status).to.equal(403);
      expect(await response.text())
        .to.match(/organisation/)
        .and.not.include('0000');
      expect(channel.connector.messages).to.deep.equal(messages);
      expect(await channel.figure('bot_refused_requests_total{reason="tenant"}')).to.equal(1);
      const nameless = { channelData: {}, conversation: { id: 'a:1' } };
      expect((await channel.deliver({ ...payload, ...nameless } as typeof payload)).status).to.equal(403);
    }));

  it('do not matter on other channels', () =>
    withChannel({ TEAMS_TENANTS: tenant }, async (channel) => {
      expect((await channel.deliver(channel.said('what is an iop'))).status).to.equal(200);
    }));
});
