import assert from 'node:assert/strict';
import { bindChannels } from '../../../src/application/channel/bind-channels.js';
import { departmentsIn } from '../../../src/domain/channel/department.js';
import { BIND_MAX } from '../../../src/domain/limits.js';
import {
  aChannelRequest,
  anAddress,
  anOtherDepartment,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  TENANT,
} from '../../support/builders.js';
import { createFixedClock, createSequentialIds } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const createDeps = () => ({ ...createMemoryStores(), clock: createFixedClock(), ids: createSequentialIds() });

const to = (channel: string, name: string) => ({ address: anAddress({}, channel), name });

async function bind(deps: ReturnType<typeof createDeps>, ...channels: readonly ReturnType<typeof to>[]) {
  const outcome = await bindChannels(deps, { ...aChannelRequest(anAddress({}, 'sekretariatet')), channels });
  assert.ok(outcome.kind === 'bound');
  return outcome;
}

describe('binding channels', () => {
  it('makes each channel its department’s, with a line in the audit for each', async () => {
    const deps = createDeps();
    const { bound, not } = await bind(deps, to('a', 'Skole'), to('b', ' Teknik '));
    assert.deepEqual(
      bound.map(({ department, address }) => [department.name, address]),
      [
        ['Skole', anAddress({}, 'a')],
        ['Teknik', anAddress({}, 'b')],
      ],
    );
    assert.deepEqual(not, []);
    assert.deepEqual((await deps.channels.list(TENANT)).flatMap(departmentsIn), bound);
    const lines = await deps.registryAudit.read(TENANT);
    assert.deepEqual(
      lines.map(({ act, subject }) => [act, subject]),
      [
        ['department registered', 'Skole'],
        ['department registered', 'Teknik'],
      ],
    );
  });

  it('does the same when it is repeated', async () => {
    const deps = createDeps();
    const first = await bind(deps, to('a', 'Skole'), to('b', 'Teknik'));
    assert.deepEqual(await bind(deps, to('a', 'Skole'), to('b', 'Teknik')), first);
  });

  it('leaves out what cannot be bound, says why, and binds the rest', async () => {
    const deps = createDeps();
    const shared = aRegisteredDepartment({ address: anAddress({}, 'delt'), others: [anOtherDepartment('Teknik')] });
    for (const channel of [aSecretariat(), shared]) await deps.channels.register(channel, aTrace());
    await bind(deps, to('a', 'Skole'));
    const [, teknik] = departmentsIn(shared);
    const [skole] = (await deps.channels.list(TENANT))
      .flatMap(departmentsIn)
      .filter(({ department }) => department.name === 'Skole');
    const { bound, not } = await bind(
      deps,
      to('b', ' '),
      to('c', 'TEKNIK'),
      to('a', 'Kultur'),
      to('a', 'SKOLE'),
      to('delt', 'Fritid'),
      to('sekretariatet', 'Fritid'),
      to('d', 'skole'),
      to('e', 'Fritid'),
    );
    assert.deepEqual(
      bound.map(({ department }) => department.name),
      ['Fritid'],
    );
    assert.deepEqual(not, [
      { ...to('b', ' '), why: 'bad name', problem: { kind: 'missing' } },
      { ...to('c', 'TEKNIK'), why: 'taken', by: teknik },
      { ...to('a', 'Kultur'), why: 'in use' },
      { ...to('a', 'SKOLE'), why: 'in use' },
      { ...to('delt', 'Fritid'), why: 'in use' },
      { ...to('sekretariatet', 'Fritid'), why: 'in use' },
      { ...to('d', 'skole'), why: 'taken', by: skole },
    ]);
  });

  it('gives a name that two channels ask for to the first', async () => {
    const { bound, not } = await bind(createDeps(), to('a', 'Skole'), to('b', 'skole'));
    assert.deepEqual(not, [{ ...to('b', 'skole'), why: 'taken', by: bound[0] }]);
  });

  it(`takes at most ${BIND_MAX} at once`, async () => {
    const channels = Array.from({ length: BIND_MAX + 1 }, (_, n) => to(`k${n}`, `Skole ${n}`));
    const outcome = await bindChannels(createDeps(), { ...aChannelRequest(), channels });
    assert.deepEqual(outcome, { kind: 'too many', max: BIND_MAX });
  });
});
