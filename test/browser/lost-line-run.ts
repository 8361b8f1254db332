import { expect } from 'chai';
import { startLine } from './line.ts';
import { shared } from './shared.ts';
import { Visitor } from './visitor.ts';

/** A visitor whose network goes for so many milliseconds, who writes meanwhile, and for whom an answer is on its way. */
export const lostLineRun = async (milliseconds: number): Promise<void> => {
  const { browser, service } = await shared();
  const line = await startLine(service.url);
  const visitor = await Visitor.at(browser, line.url);
  try {
    await visitor.hears(/automated service/);
    await visitor.say('What is an IOP?');
    await visitor.hears(/IOP is short for/);
    const conversation = await visitor.conversation();
    line.lose();
    const end = Date.now() + milliseconds;
    await visitor.say('What is PHP?');
    await visitor.notice.getByText('The chat can not be reached right now.').waitFor({ timeout: 30_000 });
    expect(await visitor.emergency('tel:988').isVisible()).to.equal(true);
    await visitor.say('Is it safe?');
    await visitor.page.waitForTimeout(Math.max(0, end - Date.now()));
    line.mend();
    await visitor.bubble(/PHP stands for/).waitFor({ timeout: 40_000 });
    await visitor.news.getByText('The chat is back.').waitFor();
    await visitor.answered();
    for (const words of ['What is an IOP?', 'What is PHP?', 'Is it safe?'])
      expect(await visitor.count(words), words).to.equal(1);
    expect(await visitor.times(/PHP stands for/)).to.equal(1);
    expect(await visitor.notice.count()).to.equal(0);
    expect(await visitor.conversation()).to.equal(conversation);
  } finally {
    await visitor.leave();
    await line.stop();
  }
};
