import { expect } from 'chai';
import { Channel, quick } from '../../support/connector/channel.ts';
import { hold } from '../../support/connector/hold.ts';

describe('a channel that posts to the service', () => {
  it('is answered in time while the connector is slow, and the replies still come', async () => {
    const channel = await Channel.open({}, { limits: { ...quick, call: 10_000, answerAfter: 50 } });
    const { held, release } = hold();
    try {
      channel.connector.meetNext({ after: held });
      const response = await channel.deliver(channel.said('what is an iop'));
      expect(response.status).to.equal(202);
      expect(channel.connector.messages).to.deep.equal([]);
      release();
      await channel.stop();
      expect(channel.connector.messages).to.have.length(2);
    } finally {
      release();
      await channel.close();
    }
  });
});
