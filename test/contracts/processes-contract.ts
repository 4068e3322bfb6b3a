import assert from 'node:assert/strict';
import type { Processes, ProcessReport } from '../../src/application/ports.js';
import { aRoundId, START } from '../support/builders.js';

/** What every store keeps to in which processes tell each other that they live. */
export function describeProcesses(name: string, create: () => Promise<Processes>): void {
  describe(`${name} as the place where processes tell of themselves`, () => {
    let processes: Processes;
    beforeEach(async () => {
      processes = await create();
    });

    it('gives the first process what it told itself, and nothing else', async () => {
      const report = aReport('a', { owing: ['runde-1', 'runde-2'].map(aRoundId) });
      assert.deepEqual(await processes.report(report), [report]);
    });

    it('gives each process what every process told', async () => {
      const reports = ['b', 'c', 'a'].map((id) => aReport(id));
      const [first, second, third] = reports;
      assert.ok(first && second && third);
      await processes.report(first);
      await processes.report(second);
      assert.deepEqual(byId(await processes.report(third)), byId(reports));
    });

    it('gives only what a process told last', async () => {
      const later = { at: new Date(START.getTime() + 1), owing: [aRoundId()] };
      await processes.report(aReport('b'));
      await processes.report(aReport('a'));
      assert.deepEqual(byId(await processes.report(aReport('a', later))), [aReport('a', later), aReport('b')]);
    });

    it('gives nothing of a process that has been removed, also when it is removed twice, until it tells again', async () => {
      await processes.report(aReport('a'));
      await processes.report(aReport('b'));
      await processes.remove('a');
      await processes.remove('a');
      assert.deepEqual(await processes.report(aReport('b')), [aReport('b')]);
      assert.deepEqual(byId(await processes.report(aReport('a'))), [aReport('a'), aReport('b')]);
    });

    it('removes nothing where no process told anything', async () => {
      await processes.remove('a');
      assert.deepEqual(await processes.report(aReport('b')), [aReport('b')]);
    });

    it('lets many processes tell of themselves at once', async () => {
      const reports = Array.from({ length: 10 }, (_, n) => aReport(`process-${n}`));
      await Promise.all(reports.map((report) => processes.report(report)));
      assert.deepEqual(byId(await processes.report(aReport('process-0'))), reports);
    });
  });
}

function aReport(id: string, changes: Partial<ProcessReport> = {}): ProcessReport {
  return { id, at: START, owing: [], ...changes };
}

function byId(reports: readonly ProcessReport[]): readonly ProcessReport[] {
  return reports.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
