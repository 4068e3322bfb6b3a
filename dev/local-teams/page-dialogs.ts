import { randomUUID } from 'node:crypto';
import type { ActionChoice, InputValues } from './card-actions.js';
import type { Message } from './conversations.js';
import type { Dialog, DialogShown, Dialogs } from './dialogs.js';
import type { Person } from './directory.js';
import { mentionsOf } from './mentions.js';
import type { PageHurts } from './page-hurts.js';
import { found } from './page-request.js';
import type { DialogShownView, DialogView } from './page-view.js';

/** The dialogs that are open in pages. A page that is closed or loaded again has lost its dialog. */
export interface PageDialogs {
  open(person: Person, message: Message, action: ActionChoice, inputs: InputValues): Promise<DialogShownView>;
  /** Rejects with `PageProblem` if the person has no such dialog. */
  submit(person: Person, id: string, action: ActionChoice, inputs: InputValues): Promise<DialogShownView>;
  close(person: Person, id: string): void;
}

export function createPageDialogs(teams: Dialogs, hurts: Pick<PageHurts, 'forOpening' | 'forSubmitting'>): PageDialogs {
  const dialogs = new Map<string, Dialog>();

  function dialogBy(person: Person, id: string): Dialog {
    const dialog = dialogs.get(id);
    return found(dialog?.person === person ? dialog : undefined, 'dialog');
  }

  function shownView(id: string, { status, error, dialog }: DialogShown): DialogShownView {
    if (dialog === undefined) dialogs.delete(id);
    else dialogs.set(id, dialog);
    return {
      status,
      isError: error !== undefined,
      ...(error === undefined ? {} : { toast: error }),
      ...(dialog === undefined ? {} : { dialog: viewOf(id, dialog) }),
    };
  }

  return {
    async open(person, message, action, inputs) {
      return shownView(randomUUID(), await teams.openDialog(person, message, action, inputs, hurts.forOpening()));
    },
    async submit(person, id, action, inputs) {
      const dialog = dialogBy(person, id);
      return shownView(id, await teams.submitDialog(dialog, action, inputs, hurts.forSubmitting()));
    },
    close(person, id) {
      teams.closeDialog(dialogBy(person, id));
      dialogs.delete(id);
    },
  };
}

function viewOf(id: string, { title, height, width, card, text }: Dialog): DialogView {
  const mentions = mentionsOf(card ?? {}).map((mention) => mention.text);
  const shared = { id, title, height, width, mentions };
  return { ...shared, ...(card === undefined ? {} : { card }), ...(text === undefined ? {} : { text }) };
}
