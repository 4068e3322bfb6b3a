import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { Round } from '../../../src/domain/round/round.js';
import { START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  answeredByAll,
  aReply,
  createMunicipality,
  delivered,
  FIRST_SEEN,
  type Municipality,
  notatsPosted,
  opened,
  SECRETARIAT,
  typing,
} from '../municipality.js';

async function openRound(): Promise<{ readonly municipality: Municipality; readonly round: Round }> {
  const municipality = await createMunicipality(3);
  const round = await opened(municipality);
  await delivered(municipality);
  return { municipality, round };
}

describe('the complete notat', () => {
  it('is posted to the secretariat when the last department has answered, as it is recorded', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    await delivered(municipality);
    const [posted] = notatsPosted(municipality.messenger);
    assert.ok(posted);
    assert.equal(posted.notat.status, 'complete');
    assert.deepEqual(posted.round, round);
    assert.deepEqual(await municipality.rounds.readNotat(round.id, posted.record.id), posted.record);
    assert.deepEqual(
      posted.record.versions.map(({ version }) => version),
      [1, 1, 1],
    );
    assert.deepEqual(
      municipality.messenger.asked.filter(({ message }) => message.kind === 'notat').map(({ address }) => address),
      [SECRETARIAT],
    );
  });

  it('is noted as the bot’s own act', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.deepEqual(
      (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'compiled'),
      { at: START, by: undefined, act: 'compiled', departmentId: undefined, subject: 'complete-3' },
    );
  });

  it('is not posted while anyone is missing', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
  });

  it('is posted once when the last two answer at the same moment, whoever delivers', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    await Promise.all([1, 2].map((index) => submitReply(municipality, aReply(round, index))));
    await Promise.all(['a', 'b'].map((worker) => delivered({ ...municipality, worker })));
    assert.equal(notatsPosted(municipality.messenger).length, 1);
  });

  it('is posted anew after a correction, with the correction in it', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1, { answer: typing('Rettet svar'), seen: FIRST_SEEN, press: 'b' }));
    await delivered(municipality);
    const posted = notatsPosted(municipality.messenger);
    assert.equal(posted.length, 2);
    assert.deepEqual(posted[1]?.notat.rows[1]?.answer, {
      kind: 'reply',
      blocks: [{ kind: 'paragraph', text: 'Rettet svar' }],
    });
  });

  it('that is still owed when a correction comes is posted as it was recorded, and then as corrected', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    const rounds = interceptCommits(municipality.rounds, async ({ changes, proceed }) => {
      const result = await proceed();
      if (changes.some(({ change }) => change === 'insert notat') && municipality.clock.now() <= START) {
        municipality.clock.advance(1);
        await submitReply(
          municipality,
          aReply(round, 0, { answer: typing('Rettet svar'), seen: FIRST_SEEN, press: 'b' }),
        );
      }
      return result;
    });
    await delivered({ ...municipality, rounds });
    // Whoever stored the correction delivers what it owes.
    await delivered(municipality);
    assert.deepEqual(
      notatsPosted(municipality.messenger).map(({ record, notat }) => [
        record.versions[0]?.version,
        notat.rows[0]?.answer,
      ]),
      ['Vi har lært noget i fagområde 0.', 'Rettet svar'].map((text, n) => [
        n + 1,
        { kind: 'reply', blocks: [{ kind: 'paragraph', text }] },
      ]),
    );
  });
});
