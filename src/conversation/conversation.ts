import type { Log } from '../application/ports.js';
import { unlessUnreadable } from '../application/unless-unreadable.js';
import { fieldsOf, unreadField } from '../cards/button-fields.js';
import { MESSAGE_MAX } from '../domain/limits.js';
import type { Result } from '../domain/result.js';
import { calledBy } from '../text/bot-name.js';
import type { ChannelAct, PersonalAct, Refusal, Surroundings, WrittenMessage } from './acts.js';
import { type Answer, messagesOf, type Sent, words } from './answer.js';
import type { ConversationDependencies, Deps } from './dependencies.js';
import { failure } from './failure.js';
import { type Acceptance, keepFile } from './notat/keep-file.js';
import { commandWords } from './read-command.js';
import { refusalNotice } from './refusal-notice.js';
import { writeInThread } from './reply/write-in-thread.js';
import type { Command, Row } from './row.js';
import { BUTTONS, CHANNEL_COMMANDS, PERSONAL_COMMANDS } from './rows.js';
import { sendTemplate } from './template/send-template.js';

/**
 * Answers what people do, whichever way they do it. Nothing here rejects: what goes wrong is logged, and the person is told.
 * An act that could not be read comes as the refusal that it is answered with.
 */
export interface Conversation {
  /** A button of a card. @param data what the button carries, with the card's inputs */
  press(data: unknown, act: Result<ChannelAct, Refusal>): Promise<Answer>;
  /** Words in a channel. */
  write(message: WrittenMessage, act: Result<ChannelAct, Refusal>): Promise<Answer>;
  /** Words or files in a personal chat. */
  writePersonally(message: WrittenMessage, act: Result<PersonalAct, Refusal>): Promise<Answer>;
  /** *Accepter* on the card that offers a file. */
  keepFile(acceptance: Acceptance, act: PersonalAct): Promise<Answer>;
  /** *Afvis* on the same card. */
  leaveFile(): Answer;
  /** What is said where the bot has been added; `undefined` is a place that is not known to be either. */
  greet(where: Surroundings | undefined): Answer;
  refuse(refusal: Refusal): Answer;
  /** A message of that many characters, which nothing has looked into. */
  refuseLength(length: number): Answer;
  /** What is said where Teams has not taken the answer. */
  failToSend(error: unknown): Answer;
  /** All of an answer as messages, for whoever reads it where it was asked. */
  messagesOf(answer: Answer): readonly Sent[];
}

/**
 * The words are the installation's, but in a department's own channel, where commands are answered in the department's.
 *
 * @param botName what the tenant calls the bot, where that is known
 */
export function createConversation(dependencies: ConversationDependencies, log: Log, botName?: string): Conversation {
  const parts = botName === undefined ? dependencies : { ...dependencies, messagesIn: called(dependencies, botName) };
  const deps: Deps = { ...parts, messages: parts.messagesIn(undefined), channel: undefined };
  const { messages } = deps;

  const refuse = (refusal: Refusal) => {
    log.warn('not served', { cause: refusal.cause, field: refusal.field });
    return words(refusalNotice(messages, refusal.cause));
  };
  const guarded = async (row: Row, answer: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await answer();
    } catch (error) {
      return words(failure(messages, log, row, error));
    }
  };

  return {
    async press(data, act) {
      if (!act.ok) return refuse(act.problem);
      const fields = fieldsOf(data);
      if (fields === undefined) return refuse({ cause: 'press not read', field: 'data' });
      const verb = fields.get('verb');
      const row = BUTTONS.find(({ name }) => name === verb);
      if (row === undefined) return refuse({ cause: 'press not read', field: 'data.verb' });
      const unread = () => refuse({ cause: 'press not read', field: unreadField(fields, row.read) });
      return guarded(row, async () => (await row.answer(deps, fields, act.value)) ?? unread());
    },

    async write(message, act) {
      if (!act.ok) return refuse(act.problem);
      const command = commandIn(CHANNEL_COMMANDS, message);
      return guarded(command?.row ?? writeInThread, async () => {
        const here = { ...deps, ...(await spokenAt(parts, act.value)) };
        const asCommand = await command?.answer(here, act.value);
        const answer = asCommand ?? (await writeInThread.answer(here, message, act.value));
        if (!message.hasFiles) return answer;
        const files = words(here.messages.refusals.filesNotRead());
        return { kind: 'messages', messages: [answer, files].flatMap((each) => messagesOf(here, each)) };
      });
    },

    async writePersonally(message, act) {
      if (!act.ok) return refuse(act.problem);
      const { files, hasOther } = act.value;
      if (files.length > 0 || hasOther) return guarded(sendTemplate, () => sendTemplate.answer(deps, act.value));
      const command = commandIn(PERSONAL_COMMANDS, message);
      const isForChannels = commandIn(CHANNEL_COMMANDS, message) !== undefined;
      const notHere = isForChannels ? messages.notices.onlyInChannels() : messages.personal.notUnderstood();
      if (command === undefined) return words(notHere);
      return guarded(command.row, async () => (await command.answer(deps, act.value)) ?? words(notHere));
    },

    async keepFile(acceptance, act) {
      try {
        return await keepFile.answer(deps, acceptance, act);
      } catch (error) {
        return words(failure(messages, log, keepFile, error, messages.personal.uploadFailed()));
      }
    },

    leaveFile: () => words(messages.personal.declined()),

    greet(where) {
      if (where === 'personal chat') return words(messages.notices.welcomePersonal());
      return words(where === 'group chat' ? messages.refusals.groupChat() : messages.notices.welcome());
    },

    refuse,

    refuseLength(length) {
      log.warn('message too long', { length });
      return words(messages.refusals.messageTooLong(length, MESSAGE_MAX));
    },

    failToSend(error) {
      log.error('answer not sent', error);
      return words(messages.notices.failed());
    },

    messagesOf: (answer) => messagesOf(deps, answer),
  };
}

/** The words in which the bot calls itself what the tenant does. */
function called({ messagesIn }: ConversationDependencies, botName: string): ConversationDependencies['messagesIn'] {
  return (language) => calledBy(messagesIn(language), botName);
}

/** The command that a message is, if it is one of these. */
function commandIn<Act>(commands: readonly Command<Act>[], message: WrittenMessage) {
  const said = commandWords(message);
  const row = said && commands.find((command) => command.read(said) !== undefined);
  return row && { row, answer: (deps: Deps, act: Act) => row.answer(deps, said, act) };
}

/** A department is spoken to in its own language, and everyone else in the installation's. */
async function spokenAt(
  { channels, messagesIn }: ConversationDependencies,
  { address }: ChannelAct,
): Promise<Pick<Deps, 'messages' | 'channel'>> {
  const channel = await unlessUnreadable(channels.find(address));
  const language = channel?.purpose === 'department' ? channel.department.language : undefined;
  return { messages: messagesIn(language), channel };
}
