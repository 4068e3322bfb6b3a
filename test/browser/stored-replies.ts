import { createTableRoundIndex } from '../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../src/adapters/table/round-store.js';
import type { Stage } from '../support/stage.js';

/** Every version of what a department has answered in the newest round, oldest first; a nil reply is null. */
export async function storedReplies({ table }: Stage, department: string): Promise<readonly (string | null)[]> {
  const [newest] = await createTableRoundIndex(table).list();
  if (newest === undefined) throw new Error('no round has been started');
  const rounds = createTableRoundStore(table);
  const overview = await rounds.readOverview(newest.roundId);
  const found = overview?.departments.find((each) => each.department.name === department);
  if (found === undefined) throw new Error(`${department} is not in the round`);
  const versions = await rounds.readVersions(newest.roundId, found.department.id);
  return versions.map(({ content }) => (content.kind === 'nil' ? null : content.text));
}
