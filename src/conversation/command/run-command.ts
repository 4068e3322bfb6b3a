import { type CommandFields, commandFields } from '../../cards/button-fields.js';
import { PERSONAL_VERBS, VERBS } from '../../cards/buttons.js';
import type { ChannelAct, PersonalAct } from '../acts.js';
import { type Answer, messagesOf, NOTHING } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { type CommandWords, commandWords } from '../read-command.js';
import type { Button, Command, PersonalButton } from '../row.js';
import { spokenAt } from '../spoken-at.js';

/*
 * A button that stands for a command. Pressing it does what writing the command does, with the right, the answer and the
 * log of the command's own row.
 */

/** @param commands all that are written in channels */
export function runCommandButton(commands: () => readonly Command<ChannelAct>[]): Button<typeof VERBS.runCommand> {
  return {
    name: VERBS.runCommand,
    how: 'pressed',
    where: ['unregistered', 'department', 'secretariat'],
    right: 'take part',
    keepsText: false,
    dialog: undefined,
    read: (fields) => commandIn(commands(), commandFields(fields)),
    answer(deps, fields, press) {
      const asked = commandFields(fields);
      const meant = commandIn(commands(), asked);
      if (meant === undefined) return undefined;
      const act = { ...press, posted: undefined, meantRound: asked?.roundId };
      return (async () => {
        const here = { ...deps, ...(await spokenAt(deps, press)) };
        const answer = await meant.row.answer(here, meant.words, act);
        // `commandIn` has read the words.
        return answer === undefined ? NOTHING : asWritten(here, answer);
      })();
    },
  };
}

/** The same in a personal chat. @param commands all that are written there */
export function runPersonalCommandButton(
  commands: () => readonly Command<PersonalAct>[],
): PersonalButton<typeof PERSONAL_VERBS.runCommand> {
  return {
    name: PERSONAL_VERBS.runCommand,
    how: 'pressed',
    where: ['personal'],
    right: 'take part',
    keepsText: false,
    unread: () => 'data.command',
    answer(deps, act, fields) {
      const asked = commandFields(fields);
      const meant = commandIn(commands(), asked);
      const answer = meant?.row.answer(deps, meant.words, { ...act, cardId: undefined, meantRound: asked?.roundId });
      return answer?.then((given) => asWritten(deps, given));
    },
  };
}

function commandIn<Act>(
  commands: readonly Command<Act>[],
  asked: CommandFields | undefined,
): { readonly row: Command<Act>; readonly words: CommandWords } | undefined {
  const row = commands.find(({ name }) => name === asked?.command);
  const words = row && commandWords({ parts: [asked?.written ?? row.phrases.da[0]] });
  // What a card says that was changed is no command.
  return row !== undefined && words !== undefined && row.read(words) !== undefined ? { row, words } : undefined;
}

/** A command is answered in the thread, for everyone. Only what concerns nobody else is said beside the card. */
function asWritten(deps: Deps, answer: Answer): Answer {
  const isForOne = answer.kind === 'notice' && answer.isForOne === true;
  return isForOne ? answer : { kind: 'messages', messages: messagesOf(deps, answer) };
}
