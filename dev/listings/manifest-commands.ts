import type { Place } from '../../src/conversation/acts.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { da, en, type Messages } from '../../src/text/messages.js';

/** The commands that Teams offers above the message box in one scope, as in the schema of the Teams manifest. */
export interface CommandList {
  readonly scopes: readonly ['team' | 'personal'];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

type Listed = Pick<(typeof CHANNEL_COMMANDS)[number], 'phrases' | 'help'>;

const LISTS: readonly {
  readonly scope: 'team' | 'personal';
  readonly place: Place;
  readonly rows: readonly Listed[];
}[] = [
  // Teams has one list for all channels.
  { scope: 'team', place: 'unregistered', rows: CHANNEL_COMMANDS },
  { scope: 'personal', place: 'personal', rows: PERSONAL_COMMANDS },
];

/** The command lists of the manifest: the Danish words that people send, and what each command does. */
export function commandLists(): readonly CommandList[] {
  return LISTS.map(({ scope, place, rows }) => ({
    scopes: [scope],
    commands: rows.flatMap(({ phrases, help }) =>
      described(help(da.help, place).menu).map((description) => ({ title: phrases.da[0], description })),
    ),
  }));
}

/** The descriptions in the English file of the manifest. */
export function englishDescriptions(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LISTS.flatMap(({ place, rows }, list) =>
      rows
        .flatMap(({ help }) => described(menuOf(en, help, place)))
        .map((text, at) => [`bots[0].commandLists[${list}].commands[${at}].description`, text]),
    ),
  );
}

function menuOf({ help: words }: Messages, help: Listed['help'], place: Place): string | undefined {
  return help(words, place).menu;
}

function described(menu: string | undefined): readonly string[] {
  return menu === undefined ? [] : [menu];
}
