import assert from 'node:assert/strict';
import type { RegistryTrace } from '../../src/application/ports.js';
import type { RegistryAct } from '../../src/domain/channel/registry-audit.js';
import { operationId } from '../../src/domain/ids.js';
import {
  aDepartment,
  anAddress,
  aRegisteredDepartment,
  aRegistryLine,
  aSecretariat,
  aTrace,
  START,
  TENANT,
} from '../support/builders.js';
import type { MemoryStores } from '../support/memory-stores.js';

/** What a registry of channels and its audit keep to together. */
export function describeRegistryTraces(
  name: string,
  create: () => Promise<Pick<MemoryStores, 'channels' | 'registryAudit'>>,
): void {
  describe(`${name}, where a registration changes`, () => {
    const channel = aRegisteredDepartment();
    const renamed = aRegisteredDepartment({ department: aDepartment({ name: 'Dagtilbud' }) });
    let stores: Pick<MemoryStores, 'channels' | 'registryAudit'>;
    beforeEach(async () => {
      stores = await create();
    });

    const acts = async () => (await stores.registryAudit.read(TENANT)).map(({ act }) => act);

    it('has a line of each change: a registration, a new name, a removal', async () => {
      const traces = [
        traceAfter(0, 'department registered'),
        traceAfter(1, 'department renamed'),
        traceAfter(2, 'department unregistered'),
      ];
      const [first, second, third] = traces;
      assert.ok(first && second && third);
      await stores.channels.register(channel, first);
      await stores.channels.register(renamed, second);
      await stores.channels.remove(channel.address, third);
      assert.deepEqual(
        await stores.registryAudit.read(TENANT),
        traces.map(({ line }) => line),
      );
    });

    it('has a line of each act that one change is', async () => {
      const [heads, approval] = [traceAfter(0, 'heads named'), traceAfter(0, 'approval set')];
      for (const _ of [1, 2]) await stores.channels.register(channel, { ...heads, also: [approval] });
      assert.deepEqual((await acts()).toSorted(), ['approval set', 'heads named']);
    });

    it('has one line of a move, however often it is repeated', async () => {
      await stores.channels.register(channel, traceAfter(0, 'department registered'));
      const moved = { ...channel, address: anAddress({}, 'ny') };
      for (const minutes of [1, 2]) {
        await stores.channels.move(channel.address, moved, traceAfter(minutes, 'department moved'));
      }
      assert.deepEqual(await acts(), ['department registered', 'department moved']);
    });

    it('has no line of what changed nothing', async () => {
      await stores.channels.register(channel, traceAfter(0, 'department registered'));
      await stores.channels.register(channel, traceAfter(1, 'department registered'));
      await stores.channels.remove(anAddress({}, 'ukendt'), traceAfter(2, 'department unregistered'));
      assert.deepEqual(await acts(), ['department registered']);
    });

    it('has no line of a channel that did not get what another has', async () => {
      await stores.channels.register(aSecretariat(), traceAfter(0, 'secretariat registered'));
      const second = aSecretariat({ address: anAddress({}, 'kantinen') });
      await stores.channels.register(second, traceAfter(1, 'secretariat registered'));
      assert.deepEqual(await acts(), ['secretariat registered']);
    });

    it('has a line for each time that an operation changes something, however often it is repeated', async () => {
      const operation = operationId('tilknyt');
      for (const [n, each] of [channel, renamed, channel].entries()) {
        const line = aRegistryLine({ at: new Date(START.getTime() + n) });
        await stores.channels.register(each, { line, operation });
      }
      assert.equal((await acts()).length, 3);
    });

    it('has the lines of changes and the others in one order', async () => {
      const [refused, registered] = [traceAfter(0, 'refused'), traceAfter(1, 'department registered')];
      await stores.channels.register(channel, registered);
      await stores.registryAudit.add(TENANT, refused.line, refused.operation);
      assert.deepEqual(await acts(), ['refused', 'department registered']);
    });

    it('lists the channels and not the lines', async () => {
      await stores.channels.register(channel, aTrace());
      assert.deepEqual(await stores.channels.list(TENANT), [channel]);
    });
  });
}

/** The trace of something done so many minutes after the start. */
function traceAfter(minutes: number, act: RegistryAct): RegistryTrace {
  const at = new Date(START.getTime() + minutes * 60_000);
  return { line: aRegistryLine({ at, act }), operation: operationId(act, minutes) };
}
