import { fieldsOf } from '../../src/cards/button-fields.js';
import type { Verb } from '../../src/cards/buttons.js';
import type { Place, WrittenMessage } from '../../src/conversation/acts.js';
import { commandWords } from '../../src/conversation/read-command.js';
import type { Command } from '../../src/conversation/row.js';
import { BUTTONS, CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import type { RoundFormValues } from '../../src/domain/round/round-form.js';

type Message = Pick<WrittenMessage, 'parts'>;

/** A command that was read: which it is, and what it says beside its own words; `true` for nothing. */
export type ReadCommand = readonly [name: string, says: unknown];

/** Reads a message as a command of channels. @param place where it is written; some words are a command in two places */
export function readCommand(message: Message, place: Place = 'department'): ReadCommand | undefined {
  return readAs(CHANNEL_COMMANDS, message, place);
}

/** Reads a message as a command of personal chats. */
export function readPersonalCommand(message: Message): ReadCommand | undefined {
  return readAs(PERSONAL_COMMANDS, message, 'personal');
}

function readAs(
  commands: readonly Pick<Command<never>, 'name' | 'where' | 'read'>[],
  message: Message,
  place: Place,
): ReadCommand | undefined {
  const words = commandWords(message);
  if (words === undefined) return undefined;
  const meant = commands.flatMap(({ name, where, read }) => {
    const says = read(words);
    return says === undefined ? [] : [{ where, read: [name, says] as const }];
  });
  return (meant.find(({ where }) => where.includes(place)) ?? meant[0])?.read;
}

/** What a pressed button sent, by the row that takes it; undefined where none does. */
export interface ReadButton {
  readonly verb: Verb;
  readonly data: ReadData;
}

/** What any of the buttons can have sent. */
export interface ReadData {
  readonly roundId?: unknown;
  readonly departmentId?: unknown;
  readonly notatId?: unknown;
  readonly nonce?: unknown;
  readonly basedOn?: unknown;
  readonly draftSeen?: unknown;
  readonly proposalSeen?: unknown;
  readonly typed?: unknown;
  readonly reason?: unknown;
  readonly instead?: unknown;
  readonly inNotat?: unknown;
  readonly planSeen?: unknown;
  readonly values?: RoundFormValues;
}

export function readButton(data: unknown): ReadButton | undefined {
  const fields = fieldsOf(data);
  if (fields === undefined) return undefined;
  const row = BUTTONS.find(({ name }) => name === fields.get('verb'));
  const read = row?.read(fields);
  return row !== undefined && typeof read === 'object' && read !== null
    ? { verb: row.name, data: { ...read } }
    : undefined;
}
