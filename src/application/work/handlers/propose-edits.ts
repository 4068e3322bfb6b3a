import { editOfFindings } from '../../../domain/reply/open-edit.js';
import { changeEach } from '../../reply/change-each.js';
import { proposeChange } from '../../reply/propose-edit.js';
import { type Handler, UNNEEDED } from '../task.js';

/**
 * Proposes to each department the edit that the closing check names. It may be repeated at any place: an edit that has
 * been proposed for the same version is not proposed again.
 */
export const proposeEdits: Handler<'propose edits'> = async ({ rounds, clock }, { roundId, task }) => {
  const round = (await rounds.readRound(roundId))?.value;
  if (round?.state !== 'open') return UNNEEDED;
  const { by } = task;
  await changeEach(rounds, round, (department) => {
    const edit = editOfFindings(department, { by, at: clock.now() });
    return edit && proposeChange(department, edit, `all-${edit.version}-${edit.at.getTime()}`);
  });
  return UNNEEDED;
};
