import { type Log, UnreadableRow } from '../application/ports.js';
import { fieldsOf, unreadField } from '../cards/button-fields.js';
import { MESSAGE_MAX } from '../domain/limits.js';
import type { Result } from '../domain/result.js';
import { calledBy } from '../text/bot-name.js';
import type { Notice } from '../text/notice.js';
import { actedIn } from './acted.js';
import type { ChannelAct, PersonalAct, Place, Refusal, Surroundings, WrittenMessage } from './acts.js';
import { type Answer, type AnswerInDialog, messagesOf, NOTHING, type Sent, toOne, words } from './answer.js';
import { answerInDialog, keptInDialog, openingAnswer } from './answer-in-dialog.js';
import { belongsElsewhere, nearMiss } from './command/near-miss.js';
import { DECIDE } from './decide.js';
import type { ConversationDependencies, Deps } from './dependencies.js';
import { failure } from './failure.js';
import { judged } from './judged.js';
import { type Acceptance, keepFile, leaveFile } from './notat/keep-file.js';
import { refusalNotice } from './refusal-notice.js';
import { auditRefusal } from './refused.js';
import { writeInThread } from './reply/write-in-thread.js';
import type { Button, Command, Row } from './row.js';
import { BUTTONS, CHANNEL_COMMANDS, PERSONAL_BUTTONS, PERSONAL_COMMANDS, PERSONAL_HELP } from './rows.js';
import { spokenAt } from './spoken-at.js';
import { sendTemplate } from './template/send-template.js';
import type { Decision } from './understanding/decision.js';

/**
 * Answers what people do. No method rejects: an error is logged, and the person is told of it. An act that could not be
 * read comes as a `Refusal`, and is answered with the sentence for that refusal.
 */
export interface Conversation {
  /**
   * Answers a press of a card's button.
   *
   * @param data the data of the button, with the inputs of the card
   * @param personally the same press in a personal chat, where only the buttons that belong there are answered
   */
  press(data: unknown, act: Result<ChannelAct, Refusal>, personally?: Result<PersonalAct, Refusal>): Promise<Answer>;
  /** Answers a press that asks for a dialog. The card below keeps what is typed in it. */
  openDialog(data: unknown, act: Result<ChannelAct, Refusal>): Promise<AnswerInDialog>;
  /**
   * Answers a press in a dialog. What the person typed is in the answer until it is stored, whatever happens.
   *
   * @param data as in `press`
   */
  pressInDialog(data: unknown, act: Result<ChannelAct, Refusal>): Promise<AnswerInDialog>;
  /** The words in the dialog that was pressed, with what the person typed, for a press that nothing is done for. */
  keepInDialog(data: unknown, notice: Notice): AnswerInDialog;
  /** Answers a message in a channel. */
  write(message: WrittenMessage, act: Result<ChannelAct, Refusal>): Promise<Answer>;
  /** Answers words or files in a personal chat. */
  writePersonally(message: WrittenMessage, act: Result<PersonalAct, Refusal>): Promise<Answer>;
  /** Answers a press of *Accepter* on the card that offers a file. */
  keepFile(acceptance: Acceptance, act: PersonalAct): Promise<Answer>;
  /** Answers a press of *Afvis* on the same card. @param context what was offered, as the card tells it */
  leaveFile(context: unknown, act: PersonalAct): Promise<Answer>;
  /**
   * What the bot says where it has been added: nothing where it does not belong.
   *
   * @param where `undefined` where the kind of conversation is not known
   */
  greet(where: Surroundings | undefined, tenantId: string | undefined): Promise<Answer>;
  refuse(refusal: Refusal): Promise<Answer>;
  /** Answers a message that was too long to read. @param length in characters */
  refuseLength(length: number): Answer;
  /** What the bot says after Teams has not accepted an answer. */
  failToSend(error: unknown): Answer;
  /** What the bot says where Teams has not taken a card on which a text was to be kept. The pressed card has it still. */
  failToKeep(error: unknown): Answer;
  /** What is said beside a pressed card that stays, where the answer is messages below it. @param isInChat a person's own */
  sentBelow(isInChat: boolean): Notice;
  /** The whole answer as messages, for the place where the person asked. */
  messagesOf(answer: Answer): readonly Sent[];
}

/**
 * The bot answers in the installation's language. In a department's channel it answers messages in the department's
 * language. A row can choose another language.
 *
 * @param botName the bot's name in this tenant, where it is known
 */
export function createConversation(dependencies: ConversationDependencies, log: Log, botName?: string): Conversation {
  const parts = botName === undefined ? dependencies : { ...dependencies, messagesIn: called(dependencies, botName) };
  const deps: Deps = { ...parts, messages: parts.messagesIn(undefined), channel: undefined, log };
  const { messages } = deps;

  const refuse = async ({ cause, field, refused: stranger }: Refusal) => {
    log.warn('not served', { cause, field });
    if (stranger !== undefined) await auditRefusal(deps, stranger, undefined, cause);
    const notice = refusalNotice(messages, cause);
    // Teams can show a message alone only to someone whom it knows.
    return cause === 'a bot' || cause === 'unknown person' ? words(notice) : toOne(notice);
  };
  const guarded = async (row: Row, answer: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await answer();
    } catch (error) {
      return toOne(failure(messages, log, row, error));
    }
  };

  /** @param works which of the buttons work where this one was pressed */
  const pressed = async (data: unknown, act: Result<ChannelAct, Refusal>, works: (row: Button) => boolean) => {
    if (!act.ok) return refuse(act.problem);
    const fields = fieldsOf(data);
    if (fields === undefined) return refuse({ cause: 'press not read', field: 'data' });
    const verb = fields.get('verb');
    const row = BUTTONS.find((each) => each.name === verb && works(each));
    if (row === undefined) return refuse({ cause: 'press not read', field: 'data.verb' });
    const unread = () => refuse({ cause: 'press not read', field: unreadField(fields, row.read) });
    return guarded(row, async () => (await row.answer(deps, fields, act.value)) ?? unread());
  };

  return {
    async press(data, act, personally) {
      const fields = fieldsOf(data);
      const own = PERSONAL_BUTTONS.find(({ name }) => name === fields?.get('verb'));
      if (own !== undefined && personally !== undefined) {
        if (!personally.ok) return refuse(personally.problem);
        const { value } = personally;
        const pressedFields = fields ?? new Map();
        const unread = () => refuse({ cause: 'press not read', field: own.unread(pressedFields) });
        return guarded(own, async () => (await own.answer(deps, value, pressedFields)) ?? unread());
      }
      return pressed(data, act, () => true);
    },

    async openDialog(data, act) {
      return openingAnswer(deps, await pressed(data, act, ({ dialog }) => dialog === 'opens'));
    },

    async pressInDialog(data, act) {
      return answerInDialog(deps, data, await pressed(data, act, ({ dialog }) => dialog === 'works in'));
    },

    keepInDialog: (data, notice) => keptInDialog(deps, data, notice),

    async write(message, act) {
      if (!act.ok) return refuse(act.problem);
      let row: Row = writeInThread;
      try {
        const here = { ...deps, ...(await spokenAt(parts, act.value)) };
        const place = here.channel?.purpose ?? 'unregistered';
        const decision = DECIDE(message, place);
        const command = decision.kind === 'command' ? commandIn(CHANNEL_COMMANDS, decision) : undefined;
        row = command ?? writeInThread;
        const asCommand =
          decision.kind === 'command' ? await command?.answer(here, decision.words, act.value) : undefined;
        const answer =
          asCommand ??
          (await allowed(
            here,
            writeInThread,
            act.value,
            async () =>
              (await answerUncertain(here, decision, place, act.value.address.tenantId)) ??
              writeInThread.run(here, message, act.value, decision.kind === 'facts' ? decision.about : undefined),
          ));
        if (!message.hasFiles) return answer;
        const { filesNotRead, templateNotRead } = here.messages.refusals;
        const files = toOne(place === 'secretariat' ? templateNotRead() : filesNotRead());
        return { kind: 'messages', messages: [answer, files].flatMap((each) => messagesOf(here, each)) };
      } catch (error) {
        return toOne(failure(messages, log, row, error));
      }
    },

    async writePersonally(message, act) {
      if (!act.ok) return refuse(act.problem);
      const { files, hasOther } = act.value;
      if (files.length > 0 || hasOther)
        return guarded(sendTemplate, () =>
          allowed(deps, sendTemplate, act.value, () => sendTemplate.run(deps, act.value)),
        );
      const decision = DECIDE(message, 'personal');
      const command = decision.kind === 'command' ? commandIn(PERSONAL_COMMANDS, decision) : undefined;
      return guarded(command ?? PERSONAL_HELP, async () => {
        const asCommand =
          decision.kind === 'command' ? await command?.answer(deps, decision.words, act.value) : undefined;
        return (
          asCommand ??
          (await answerUncertain(deps, decision, 'personal', act.value.sender.tenantId)) ??
          words(messages.personal.notUnderstood())
        );
      });
    },

    async keepFile(acceptance, act) {
      try {
        return await allowed(deps, keepFile, act, () => keepFile.run(deps, acceptance, act));
      } catch (error) {
        return words(failure(messages, log, keepFile, error, messages.personal.uploadFailed()));
      }
    },

    async leaveFile(context, act) {
      try {
        return await leaveFile(deps, context, act);
      } catch (error) {
        return words(failure(messages, log, keepFile, error, messages.personal.declined()));
      }
    },

    async greet(where, tenantId) {
      if (where === 'personal chat') return words(messages.notices.welcomePersonal());
      if (where !== 'channel' || tenantId === undefined) return NOTHING;
      const { hasSecretariat, name } = await secretariatOf(deps, tenantId);
      return words(messages.notices.welcome(hasSecretariat, name));
    },

    refuse,

    refuseLength(length) {
      log.warn('message too long', { length });
      return toOne(messages.refusals.messageTooLong(length, MESSAGE_MAX));
    },

    failToSend(error) {
      log.error('answer not sent', error);
      return toOne(messages.notices.failed());
    },

    failToKeep(error) {
      log.error('text not kept', error);
      return toOne(messages.notices.notStored());
    },

    sentBelow: (isInChat) => messages.notices.sentBelow(isInChat),

    messagesOf: (answer) => messagesOf(deps, answer),
  };
}

/** Where the secretariat is. One whose row cannot be read is there too, and so is one of which the store does not tell. */
async function secretariatOf({ channels, log }: Deps, tenantId: string) {
  try {
    const secretariat = await channels.secretariat(tenantId);
    return { hasSecretariat: secretariat !== undefined, name: secretariat?.name };
  } catch (error) {
    // The store has already logged unreadable rows.
    if (!(error instanceof UnreadableRow)) log.error('secretariat not read', error);
    return { hasSecretariat: true, name: undefined };
  }
}

/** Messages in which the bot calls itself by its name in this tenant. */
function called({ messagesIn }: ConversationDependencies, botName: string): ConversationDependencies['messagesIn'] {
  return (language) => calledBy(messagesIn(language), botName);
}

/** The answer to an act that has no steps of its own, for a person who has the row's right. */
function allowed(deps: Deps, row: Row, act: ChannelAct | PersonalAct, answer: () => Promise<Answer>): Promise<Answer> {
  return judged(deps, row, actedIn(act), answer, (given: Answer) => given);
}

/** The command that was decided on, if it is one of these. */
function commandIn<Act>(
  commands: readonly Command<Act>[],
  { row }: Extract<Decision, { kind: 'command' }>,
): Command<Act> | undefined {
  return commands.find((each) => each === row);
}

/** The answer to words that may be a command, or are one of another place; undefined for all others. */
async function answerUncertain(
  deps: Deps,
  decision: Decision,
  place: Place,
  tenantId: string,
): Promise<Answer | undefined> {
  switch (decision.kind) {
    case 'offers':
      return nearMiss(deps, decision.offers, place);
    case 'elsewhere':
    // A command of personal chats in a channel, or the reverse. All others have been answered.
    case 'command':
      return belongsElsewhere(deps, decision.row, tenantId);
    case 'facts':
    case 'none':
      return undefined;
  }
}
