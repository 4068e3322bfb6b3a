import { type OwnDraft, ownDraftToOffer } from '../../domain/reply/own-draft.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Members, OwnDrafts, RoundStore } from '../ports.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type AskedAction, findAllowed } from './asked-department.js';

/** What a dialog is opened with. */
export interface OpenedDialog {
  readonly kind: 'opened';
  readonly department: RoundDepartment;
  /** What the person has kept for themselves, where they can go on with it. */
  readonly own: OwnDraft | undefined;
}

/**
 * Reads what the dialog shows when it opens: two rows, at the same time. Nothing is written. A draft of the person that
 * cannot be read does not stop the dialog.
 */
export async function openReplyDialog(
  deps: { readonly rounds: RoundStore; readonly members: Members; readonly ownDrafts: OwnDrafts },
  action: AskedAction<'answer'>,
): Promise<OpenedDialog | NotAllowed> {
  const { roundId, departmentId, by } = action;
  const [found, own] = await Promise.all([
    findAllowed(deps, action),
    unlessUnreadable(deps.ownDrafts.find(roundId, departmentId, by.id)),
  ]);
  if (isNotAllowed(found)) return found;
  const department = found.present.value;
  return { kind: 'opened', department, own: ownDraftToOffer(own?.value, department) };
}
