import { expect } from 'chai';
import { receive } from '../../../bot/receive.ts';
import { KnownAddress } from '../../../bot/summary/known-address.ts';
import { outsideOf } from '../../../bot/summary/summary-address.ts';
import { summaryId } from '../../../bot/summary/summary-token.ts';
import { activityOf } from '../../support/emulator.ts';

const incoming = (more: object = {}) => {
  const found = receive(activityOf('c', 'hello', more) as Parameters<typeof receive>[0]);
  if (found === undefined) throw new Error('nothing received');
  return found;
};
const ownSite = { channelId: 'directline', serviceUrl: 'urn:directline:in-process' };

describe('the address of a page to take along', () => {
  it('begins with PUBLIC_URL', () => {
    const { summary } = outsideOf(incoming(), 30, { current: 'https://care.example' });
    expect(summary?.href).to.match(/^https:\/\/care\.example\/summary\/[\da-f]{32}$/);
  });

  it('is known to the store by its digest only', () => {
    const { summary } = outsideOf(incoming(), 30, { current: 'https://care.example' });
    expect(summary?.id).to.equal(summaryId(summary?.href.split('/').at(-1) ?? ''));
    expect(summary?.href).to.not.include(summary?.id);
  });

  it('is the one it listens on in development, and none in production, unless configured', () => {
    const known = (options: { publicUrl?: string; production: boolean }) => {
      const address = new KnownAddress(options);
      address.listeningOn('http://127.0.0.1:3978');
      return address.current;
    };
    expect(known({ production: false })).to.equal('http://127.0.0.1:3978');
    expect(known({ production: true })).to.equal(undefined);
    expect(known({ production: true, publicUrl: 'https://care.example' })).to.equal('https://care.example');
  });

  it('is offered on the own website without any, and nowhere else', () => {
    expect(outsideOf(incoming(ownSite), 30, { current: undefined }).summary?.href).to.match(/^\/summary\//);
    expect(outsideOf(incoming({ channelId: 'sms' }), 30, { current: undefined }).summary).to.equal(undefined);
    expect(outsideOf(incoming({ channelId: 'directline' }), 30, { current: undefined }).summary).to.equal(
      undefined,
    );
  });

  it('is not offered in a group', () => {
    const group = incoming({ conversation: { id: 'g', isGroup: true } });
    expect(outsideOf(group, 30, { current: 'https://care.example' }).summary).to.equal(undefined);
  });
});
