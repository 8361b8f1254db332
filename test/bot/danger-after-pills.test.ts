import { expect } from 'chai';
import { say } from '../support/emulator.ts';
import { startService } from '../support/service.ts';

describe('after pills were taken', () => {
  it('words of despair bring the emergency number first, and one reply, not two', async () => {
    const service = await startService();
    try {
      await say(service.url, 'c', 'i took a bunch of my moms pills');
      for (const words of ['i want to kill myself tonight', 'im scared to call', 'I need help now']) {
        const { text } = await say(service.url, 'c', words);
        expect(text, words).to.match(/^\*\*[^*]*911/);
        expect(text.split('[911: emergency]'), words).to.have.length(2);
      }
    } finally {
      await service.stop();
    }
  });
});
