import assert from 'node:assert/strict';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { aNotatId, aPerson, START, TENANT } from '../../support/builders.js';
import { answeredByAll, aReply, createMunicipality, opened, SECRETARIAT } from '../municipality.js';

const REQUEST = { tenantId: TENANT, by: aPerson(), where: SECRETARIAT.channelId, notatId: aNotatId() };

describe('asking for the notat', () => {
  it('gives the interim one while anyone is missing, with every department in it', async () => {
    const municipality = await createMunicipality(3);
    const round = await opened(municipality);
    await submitReply(municipality, aReply(round, 1));
    const outcome = await compileNotatNow(municipality, REQUEST);
    assert.equal(outcome.kind, 'compiled');
    assert.deepEqual(outcome.round, round);
    assert.equal(outcome.notat.status, 'interim');
    assert.deepEqual(
      outcome.notat.rows.map(({ answer }) => answer.kind),
      ['awaited', 'reply', 'awaited'],
    );
  });

  it('gives the complete one when nobody is missing', async () => {
    const municipality = await createMunicipality();
    await answeredByAll(municipality, await opened(municipality));
    const outcome = await compileNotatNow(municipality, REQUEST);
    assert.equal(outcome.kind, 'compiled');
    assert.deepEqual([outcome.notat.status, outcome.record.status], ['complete', 'complete']);
  });

  it('records what it was made of, and who asked where', async () => {
    const municipality = await createMunicipality(2);
    const round = await opened(municipality);
    await submitReply(municipality, aReply(round, 1));
    const outcome = await compileNotatNow(municipality, REQUEST);
    assert.equal(outcome.kind, 'compiled');
    const { record } = outcome;
    assert.deepEqual(await municipality.rounds.readNotat(round.id, record.id), record);
    assert.deepEqual(record, {
      id: 'notat-1',
      status: 'interim',
      number: undefined,
      compiledAt: START,
      deadline: '2026-11-25',
      template: 0,
      isTemplateUnreadable: false,
      versions: [
        {
          departmentId: 'd0',
          version: 0,
          excused: undefined,
          isAwaited: true,
          isUnreadable: false,
          deadline: undefined,
        },
        {
          departmentId: 'd1',
          version: 1,
          excused: undefined,
          isAwaited: false,
          isUnreadable: false,
          deadline: undefined,
        },
      ],
      seal: undefined,
      opening: {
        title: round.plan.ask.title,
        introduction: round.plan.introduction,
        header: round.plan.header,
        showOrigins: false,
        countsSentence: undefined,
      },
    });
    assert.deepEqual(
      (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'compiled'),
      {
        at: START,
        by: aPerson(),
        where: SECRETARIAT.channelId,
        act: 'compiled',
        departmentId: undefined,
        subject: record.id,
      },
    );
  });

  it('posts nothing: the one who asked gets it', async () => {
    const municipality = await createMunicipality();
    const { id } = await opened(municipality);
    const before = await municipality.rounds.readDeliveries(id);
    await compileNotatNow(municipality, REQUEST);
    assert.deepEqual(await municipality.rounds.readDeliveries(id), before);
  });

  it('gives nothing before a round has started', async () => {
    assert.deepEqual(await compileNotatNow(await createMunicipality(), REQUEST), { kind: 'no round' });
  });
});
