import assert from 'node:assert/strict';
import { nameLeaders } from '../../src/application/channel/department-settings.js';
import { CONFLICT, GivenUp, untilStored } from '../../src/application/conflicts.js';
import { chooseTemplate } from '../../src/application/notat/choose-template.js';
import { compileNotatNow } from '../../src/application/notat/compile-notat.js';
import { uploadTemplate } from '../../src/application/notat/upload-template.js';
import { closeRound } from '../../src/application/round/close-round.js';
import { planRound } from '../../src/application/round/plan-round.js';
import { reopenRound } from '../../src/application/round/reopen-round.js';
import { startRound } from '../../src/application/round/start-round.js';
import { CONFLICT_TRIES_MAX } from '../../src/domain/limits.js';
import type { Round } from '../../src/domain/round/round.js';
import { EXAMPLE_NOTAT } from '../../src/text/notat/example-notat.js';
import { aChannelRequest, aNotatId, aSecretary, TENANT } from '../support/builders.js';
import { interceptCommits } from '../support/fakes.js';
import { arranged, EVERY_PRESS } from './every-press.js';
import {
  answeredByAll,
  aPress,
  createMunicipality,
  delivered,
  formFor,
  HEAD,
  type Municipality,
  opened,
  planned,
  ROUND_CARD,
  SECRETARIAT,
} from './municipality.js';

/** What a change that others come in between of, every time, was called, and how often it was tried. */
async function givenUp(
  municipality: Municipality,
  act: (municipality: Municipality) => Promise<unknown>,
): Promise<readonly [operation: string, tries: number]> {
  let tries = 0;
  const conflict = async () => {
    tries += 1;
    return 'conflict' as const;
  };
  const rounds = interceptCommits(municipality.rounds, conflict);
  const templates = { ...municipality.templates, add: conflict };
  const error = await act({ ...municipality, rounds, templates }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof GivenUp, String(error));
  assert.equal(error.name, 'GivenUp');
  return [error.operation, tries];
}

interface Attempt {
  readonly name: string;
  arrange(municipality: Municipality): Promise<Round>;
  act(municipality: Municipality, round: Round): Promise<unknown>;
}

const by = aSecretary();
const closing = { address: SECRETARIAT, by, press: 'afslut', keep: [] };

async function closed(municipality: Municipality): Promise<Round> {
  const round = await opened(municipality);
  await answeredByAll(municipality, round);
  assert.equal((await closeRound(municipality, { ...closing, roundId: round.id, missing: [] })).kind, 'closing');
  await delivered(municipality);
  return round;
}

const planning = (municipality: Municipality) => ({
  address: SECRETARIAT,
  by,
  values: formFor(municipality),
  activityId: 'formular',
});

const CHECK = { check: async () => ({ problems: [], changes: [], understood: undefined }) };

function uploaded(municipality: Municipality) {
  const deps = { ...municipality, check: CHECK, example: EXAMPLE_NOTAT };
  return uploadTemplate(deps, { tenantId: TENANT, by, name: 'a.docx', bytes: new Uint8Array(3) });
}

const OTHERS: readonly Attempt[] = [
  {
    name: 'plan round',
    arrange: planned,
    act: (municipality) => planRound(municipality, { ...planning(municipality), roundId: undefined }),
  },
  {
    name: 'plan round',
    arrange: planned,
    act: (municipality, { id }) => planRound(municipality, { ...planning(municipality), roundId: id }),
  },
  {
    name: 'start round',
    arrange: planned,
    act: (municipality, { id }) =>
      startRound(municipality, { address: SECRETARIAT, by, roundId: id, posted: ROUND_CARD }),
  },
  {
    name: 'record notat',
    arrange: opened,
    act: (municipality) =>
      compileNotatNow(municipality, { tenantId: TENANT, by, where: SECRETARIAT.channelId, notatId: aNotatId() }),
  },
  {
    name: 'close round',
    async arrange(municipality) {
      const round = await opened(municipality);
      await answeredByAll(municipality, round);
      return round;
    },
    act: (municipality, { id }) => closeRound(municipality, { ...closing, roundId: id, missing: [] }),
  },
  {
    name: 'reopen round',
    arrange: closed,
    act: (municipality, { id }) =>
      reopenRound(municipality, { roundId: id, address: SECRETARIAT, by, press: 'genåbn', reason: 'En fejl.' }),
  },
  {
    name: 'keep setting in round',
    arrange: opened,
    act: (municipality, round) => nameLeaders(municipality, aChannelRequest(aPress(round, 0).address), 'heads', [HEAD]),
  },
  {
    name: 'add template',
    arrange: opened,
    act: (municipality) => uploaded(municipality),
  },
  {
    name: 'choose template',
    async arrange(municipality) {
      await uploaded(municipality);
      return opened(municipality);
    },
    act: (municipality) =>
      chooseTemplate(
        { ...municipality, check: CHECK, example: EXAMPLE_NOTAT },
        { tenantId: TENANT, by, number: 0, seen: undefined },
      ),
  },
];

describe('what others come in between of every time', () => {
  for (const press of EVERY_PRESS) {
    it(`is given up in the end, with nothing stored: ${press.name}`, async () => {
      const { municipality, deliver } = await arranged(press);
      const [, tries] = await givenUp(municipality, (at) => deliver(at));
      assert.equal(tries, CONFLICT_TRIES_MAX);
    });
  }

  for (const { name, arrange, act } of OTHERS) {
    it(`is given up in the end, with nothing stored: ${name}`, async () => {
      const municipality = await createMunicipality(2);
      const round = await arrange(municipality);
      assert.deepEqual(await givenUp(municipality, (at) => act(at, round)), [name, CONFLICT_TRIES_MAX]);
    });
  }

  it('is left for later, which the log tells: change department', async () => {
    const municipality = await createMunicipality(1);
    const round = await opened(municipality);
    const missing = round.plan.invitations.map(({ department }) => department.id);
    assert.equal((await closeRound(municipality, { ...closing, roundId: round.id, missing })).kind, 'closing');
    const rounds = interceptCommits(municipality.rounds, (commit) =>
      commit.operation.includes('lock') ? Promise.resolve('conflict') : commit.proceed(),
    );
    await delivered({ ...municipality, rounds });
    const causes = municipality.log.entries.filter(({ level }) => level === 'error').map(({ cause }) => cause);
    assert.ok(causes.length > 0);
    for (const cause of causes) assert.ok(cause instanceof GivenUp && cause.operation === 'change department');
    assert.equal((await municipality.rounds.readRound(round.id))?.value.state, 'closing');
  });

  it('leaves what others claim to them', async () => {
    const municipality = await createMunicipality(1);
    await opened(municipality);
    const rounds = interceptCommits(municipality.rounds, async () => 'conflict');
    await delivered({ ...municipality, rounds });
    assert.deepEqual(municipality.messenger.asked, []);
  });

  it('is done when it succeeds at the last try', async () => {
    let tries = 0;
    const outcome = await untilStored('prøve', async () => {
      tries += 1;
      return tries < CONFLICT_TRIES_MAX ? CONFLICT : 'gemt';
    });
    assert.equal(outcome, 'gemt');
  });
});
