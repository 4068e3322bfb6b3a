import type { Activities } from './activities.js';
import type { BotAnswer } from './bot-endpoint.js';
import {
  type ActionChoice,
  type Card,
  dataToSend,
  findAction,
  type InputValues,
  initialInputs,
  isObject,
  opensDialog,
  requireFields,
} from './card-actions.js';
import type { CardViews } from './card-views.js';
import { type ClientDelivery, type Delivered, type DeliveryOptions, SOMETHING_WENT_WRONG } from './client-delivery.js';
import type { Message } from './conversations.js';
import { type DialogContent, type DialogSize, readDialogAnswer } from './dialog-answer.js';
import type { Person } from './directory.js';
import type { Pressing } from './pressing.js';

/** A dialog as one person has it before them. The bot's answers change this object. */
export interface Dialog {
  readonly person: Person;
  /** The message whose button has opened it. */
  readonly message: Message;
  readonly title: string;
  readonly height: DialogSize;
  readonly width: DialogSize;
  /** undefined where it shows a text instead. */
  readonly card: Card | undefined;
  /** What stands in the fields of its card. */
  readonly inputs: InputValues;
  /** The bot's last words, after which the dialog can only be closed; undefined while it shows a card. */
  readonly text: string | undefined;
  readonly isOpen: boolean;
}

/**
 * Dialogs, which were called task modules, as
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots describes
 * them. A dialog is in one client: nobody else sees it, and it is not saved.
 */
export interface Dialogs {
  /**
   * Types into the fields of the card that the person sees, and then presses a button that opens a dialog: an
   * `Action.Submit` whose data has `msteams: {type: 'task/fetch'}`. The typed text stays in the card.
   *
   * Rejects if the person does not see the message, if the card has no such button or field, if the button opens no
   * dialog, or if the bot answers with a dialog of a wrong shape.
   */
  openDialog(
    person: Person,
    message: Message,
    action: ActionChoice,
    typed?: InputValues,
    options?: OpenOptions,
  ): Promise<DialogShown>;

  /**
   * Types into the fields of a dialog, and then presses one of its buttons. A new card takes the place of the old one
   * with all that was typed in it. Where the bot answers with an error or too late, the dialog stays with what was
   * typed. An empty answer closes it.
   *
   * Rejects if the dialog is closed, if its card has no such button or field, if the client cannot press the button, or
   * if the bot answers with a dialog of a wrong shape.
   */
  submitDialog(
    dialog: Dialog,
    action: ActionChoice,
    typed?: InputValues,
    options?: SubmitOptions,
  ): Promise<DialogShown>;

  /** The person closes the dialog. What was typed in it is lost, and the bot is not told. */
  closeDialog(dialog: Dialog): void;
}

export interface OpenOptions extends DeliveryOptions {
  /** Whether the client does not tell which message the button was on (microsoft/botframework-sdk issue 6001). */
  readonly withoutReplyToId?: boolean;
  /**
   * Whether the client leaves out what stands in the fields of the card. It is documented that the fields come along,
   * and not known that all clients do it.
   */
  readonly withoutInputs?: boolean;
}

export interface SubmitOptions extends DeliveryOptions {
  /** Whether the client does not tell which message opened the dialog (microsoft/botframework-sdk issue 6473). */
  readonly withoutReplyToId?: boolean;
  /**
   * Whether buttons do nothing that are not directly in `card.actions`, as on iOS (MicrosoftDocs/msteams-docs issues
   * 5271 and 5506). The default is that they do nothing on a phone.
   */
  readonly hasDeadActionSets?: boolean;
}

/** What a client shows after it has asked the bot. */
export interface DialogShown {
  /** The bot's HTTP status; 504, as from the Bot Service, where the client stopped waiting. */
  readonly status: number;
  /** The dialog that is open now; undefined where none was opened, or where it has closed. */
  readonly dialog: Dialog | undefined;
  /** What the client says went wrong. */
  readonly error: string | undefined;
  /** The body of the bot's answer. */
  readonly invokeResponse: unknown;
  /** The bot's answers to the redeliveries, which the client ignores. */
  readonly redelivered: readonly BotAnswer[];
}

export interface DialogsDependencies {
  readonly pressing: Pick<Pressing, 'cardToPress'>;
  readonly views: Pick<CardViews, 'type' | 'inputsSeenBy'>;
  readonly activities: Pick<Activities, 'dialogAsked'>;
  readonly delivery: Pick<ClientDelivery, 'invoke'>;
  readonly changed: () => void;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** The size of the box for a text without a dialog before it. Microsoft does not document it. */
const TEXT_BOX = { title: '', height: 'small', width: 'small' } as const;

export function createDialogs(dependencies: DialogsDependencies): Dialogs {
  const { pressing, views, activities, delivery, changed } = dependencies;
  const open = new Set<Dialog>();

  function start(person: Person, message: Message, box: Omit<DialogContent, 'card'>): Writable<Dialog> {
    const dialog = { ...box, person, message, card: undefined, inputs: {}, text: undefined, isOpen: true };
    open.add(dialog);
    return dialog;
  }

  function close(dialog: Writable<Dialog>): void {
    open.delete(dialog);
    dialog.isOpen = false;
    dialog.card = undefined;
    dialog.inputs = {};
    dialog.text = undefined;
  }

  /**
   * Does what the answer says.
   *
   * @param dialog the open dialog; undefined where one is to be opened
   */
  function show(
    person: Person,
    message: Message,
    dialog: Writable<Dialog> | undefined,
    { answer, redelivered }: Delivered,
  ): DialogShown {
    const { status, body } = answer;
    const shared = { status, invokeResponse: body, redelivered };
    const failed = (error: string) => ({ ...shared, dialog, error });
    if (status >= 300) return failed(SOMETHING_WENT_WRONG);
    const read = readDialogAnswer(body);
    switch (read.kind) {
      case 'half-empty':
        return failed(`${SOMETHING_WENT_WRONG} (1008)`);
      case 'nothing':
        // With nothing to open, the client says that the bot has not answered (MicrosoftDocs/msteams-docs issue 398).
        if (dialog === undefined) return failed(SOMETHING_WENT_WRONG);
        close(dialog);
        changed();
        return { ...shared, dialog: undefined, error: undefined };
      case 'message': {
        const shown = dialog ?? start(person, message, TEXT_BOX);
        Object.assign(shown, { card: undefined, inputs: {}, text: read.text });
        changed();
        return { ...shared, dialog: shown, error: undefined };
      }
      case 'continue': {
        const shown = dialog ?? start(person, message, read.content);
        Object.assign(shown, { ...read.content, inputs: initialInputs(read.content.card), text: undefined });
        changed();
        return { ...shared, dialog: shown, error: undefined };
      }
    }
  }

  return {
    async openDialog(person, message, choice, typed = {}, options = {}) {
      const card = pressing.cardToPress(person, message);
      const action = findAction(card, choice);
      if (!opensDialog(action)) throw new Error(`'${String(action['title'])}' opens no dialog: use press`);
      requireFields(card, typed);
      views.type(person, message, typed);
      const { client, withoutInputs = false } = options;
      const inputs = withoutInputs ? {} : views.inputsSeenBy(person, message);
      // What else the bot has put inside `msteams` does not come back (microsoft/teams.ts issue 173).
      const data = { ...dataToSend(action, inputs, client === 'phone'), msteams: { type: 'task/fetch' } };
      const activity = activities.dialogAsked('task/fetch', person, message, data, options);
      return show(person, message, undefined, await delivery.invoke(activity, options));
    },

    async submitDialog(dialog, choice, typed = {}, options = {}) {
      const { card, person, message } = dialog;
      if (!open.has(dialog)) throw new Error('the dialog is closed');
      if (card === undefined) throw new Error('the dialog shows a text and has no buttons');
      const action = findAction(card, choice);
      if (action['type'] !== 'Action.Submit') {
        throw new Error(`${String(action['type'])} '${String(action['title'])}' is the client's own affair`);
      }
      const { client, hasDeadActionSets = client === 'phone' } = options;
      if (hasDeadActionSets && !isAtTheFoot(card, action)) {
        throw new Error(
          `'${String(action['title'])}' does nothing here: it is not directly in the actions of the card`,
        );
      }
      requireFields(card, typed);
      const inputs = { ...dialog.inputs, ...typed };
      Object.assign(dialog, { inputs });
      const data = dataToSend(action, inputs, client === 'phone');
      const activity = activities.dialogAsked('task/submit', person, message, data, options);
      const delivered = await delivery.invoke(activity, options);
      // Meanwhile the person may have closed it. Then the client shows nothing of the answer.
      if (!open.has(dialog)) {
        const { answer, redelivered } = delivered;
        return { status: answer.status, invokeResponse: answer.body, redelivered, dialog: undefined, error: undefined };
      }
      return show(person, message, dialog, delivered);
    },

    closeDialog(dialog) {
      close(dialog);
      changed();
    },
  };
}

function isAtTheFoot({ actions }: Card, action: Card): boolean {
  return Array.isArray(actions) && actions.filter(isObject).includes(action);
}
