import type { Place } from '../../src/conversation/acts.js';
import type { How, Row } from '../../src/conversation/row.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS, ROWS } from '../../src/conversation/rows.js';
import type { Right } from '../../src/domain/rights.js';

const PLACES: Readonly<Record<Place, string>> = {
  unregistered: 'a channel that is nobody’s',
  department: 'a department’s channel',
  secretariat: 'the secretariat’s channel',
  personal: 'a personal chat',
};

const RIGHTS: Readonly<Record<Right, string>> = {
  'take part': 'everyone there',
  answer: 'everyone there; where there are heads, what others send waits for one',
  decide: 'a head or a deputy; everyone there, where there is no head',
  'run rounds': 'a secretary',
  'set up departments': 'a secretary or an administrator; others ask for it',
  'manage the set-up': 'a secretary or an administrator',
  'place the secretariat': 'an administrator',
};

const HOWS: Readonly<Record<How, string>> = {
  pressed: 'a button',
  written: 'written',
  'sent as a file': 'a file that is sent',
};

/** The lines of the table in docs/presses.md with everything that a person can do. */
export function actionsTable(): readonly string[] {
  return [
    '| Action | How | Where | Who | Its text must not be lost |',
    '|---|---|---|---|---|',
    ...ROWS.map(
      (row) =>
        `| \`${row.name}\` | ${howOf(row)} | ${row.where.map((place) => PLACES[place]).join(', ')} | ${RIGHTS[row.right]} | ${row.keepsText ? 'yes' : ''} |`,
    ),
  ];
}

/** How a row is done. For a command, it is all phrases in Danish and in English. */
function howOf({ name, how }: Row): string {
  const phrases = [...CHANNEL_COMMANDS, ...PERSONAL_COMMANDS].find((command) => command.name === name)?.phrases;
  if (phrases === undefined) return HOWS[how];
  const said = [...new Set([...phrases.da, ...phrases.en])].filter((phrase) => phrase !== '');
  return said.map((phrase) => `*${phrase}*`).join(', ');
}
