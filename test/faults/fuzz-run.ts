import { expect } from 'chai';
import { assert as check, asyncProperty, oneof } from 'fast-check';
import { say } from '../support/emulator.ts';
import { startService } from '../support/service.ts';
import { oddActivity, oddBody, oddDanger } from './odd-activities.ts';

const codeInside = /node_modules|\bat \S+ \(|Error:|[/]\w+\.[jt]s\b/;

const send = async (url: string, body: string | Uint8Array): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: Buffer.from(body),
  });
  return { status: response.status, text: await response.text() };
};

/** Sends so many odd requests: none may be met with a fault or with the inside of the service, nor keep help away. */
export const fuzzRun = async (cases: number): Promise<void> => {
  const service = await startService();
  let [taken, helped] = [0, 0];
  const faults = async () =>
    (await (await fetch(`${service.url}/metrics`)).text()).match(/^bot_faults_total.* [1-9]\d*$/gm);
  try {
    const all = oneof(
      { weight: 5, arbitrary: oddActivity.map((activity) => JSON.stringify(activity)) },
      { weight: 1, arbitrary: oddBody },
    );
    await check(
      asyncProperty(all, async (body) => {
        const { status, text } = await send(service.url, body);
        taken += Number(status === 200);
        expect(status).to.be.oneOf([200, 400, 413, 415, 501]);
        if (status !== 200) expect(text).to.not.match(codeInside);
      }),
      { numRuns: Math.ceil(cases * 0.8) },
    );
    await check(
      asyncProperty(oddDanger, async (activity) => {
        const { status, text } = await send(service.url, JSON.stringify(activity));
        expect(status).to.be.oneOf([200, 400]);
        helped += Number(status === 200);
        if (status === 200) expect(text).to.include('988');
      }),
      { numRuns: Math.floor(cases * 0.2) },
    );
    expect((await say(service.url, 'after', 'i am going to kill myself tonight')).text).to.include('988');
    expect(await faults()).to.equal(null);
    // Else it would be shown of refusals alone.
    expect(taken).to.be.above(cases * 0.4);
    expect(helped).to.be.above(cases * 0.1);
  } finally {
    await service.stop();
  }
};
