import type { HelpLine, HelpOfPlace } from '../text/channel/help-words.js';
import type { Messages } from '../text/messages.js';
import type { PersonalVerb, Verb } from './buttons.js';
import type { Card, CardRenderer } from './render.js';

/** What somebody can do who reads the help. */
export interface Help {
  /** The commands of the place, in the order in which they are shown. */
  readonly lines: readonly HelpLine[];
  /** The most useful first. */
  readonly buttons: readonly {
    readonly title: string;
    readonly verb: Verb | PersonalVerb;
    readonly data: object;
  }[];
  readonly link: { readonly title: string; readonly url: string } | undefined;
}

/** Teams shows so many buttons of a card; those after `BUTTONS_SHOWN` in a menu. */
const ACTIONS_MAX = 6;
const BUTTONS_SHOWN = 3;

export function helpCard(
  render: CardRenderer,
  { lang }: Messages,
  { heading, intro, closing }: HelpOfPlace,
  { lines, buttons, link }: Help,
): Card {
  const links = link === undefined ? [] : [link];
  return render('help', {
    lang,
    fallbackText: heading,
    labels: { heading, intro, closing },
    commands: lines.map(({ command, does }) => ({ command, does: ` – ${does}` })),
    buttons: buttons.slice(0, ACTIONS_MAX - links.length).map((button, i) => ({
      ...button,
      mode: i < BUTTONS_SHOWN ? 'primary' : 'secondary',
    })),
    links,
  });
}
