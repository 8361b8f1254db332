import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect } from 'chai';
import { clientAddress } from '../../../bot/direct-line/client-address.ts';

const from = (peer: string, forwarded?: string): string => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return clientAddress(request);
};

describe('the address that limits count by', () => {
  it("is the peer's own, whatever it claims, when it comes from outside", () => {
    expect(from('198.51.100.7', '203.0.113.1')).to.equal('198.51.100.7');
    expect(from('::ffff:198.51.100.7', '203.0.113.1')).to.equal('198.51.100.7');
  });

  it("is what the operator's own proxy added last, with or without a port", () => {
    for (const proxy of ['127.0.0.1', '10.1.2.3', '::ffff:172.16.0.9', '169.254.130.1', 'fd00::1', '::1']) {
      expect(from(proxy, '1.1.1.1, 203.0.113.1'), proxy).to.equal('203.0.113.1');
      expect(from(proxy, '1.1.1.1, 203.0.113.1:51234'), proxy).to.equal('203.0.113.1');
    }
    expect(from('10.0.0.1', 'nonsense')).to.equal('10.0.0.1');
    expect(from('10.0.0.1')).to.equal('10.0.0.1');
  });

  it('is one for a whole IPv6 network, as everyone has billions of addresses there', () => {
    const all = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff::9',
      '[2001:db8:1:2:3:4:5:6]:443',
      '2001:0DB8:0001:0002::',
    ];
    for (const address of all) expect(from('10.0.0.1', address), address).to.equal('2001:db8:1:2::/64');
    expect(from('2001:db8::1')).to.equal('2001:db8:0:0::/64');
    expect(from('10.0.0.1', '::ffff:203.0.113.1')).to.equal('203.0.113.1');
  });
});
