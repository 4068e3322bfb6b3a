import type { HelpLine, HelpOfPlace } from '../text/channel/help-words.js';
import type { Messages } from '../text/messages.js';
import type { Card, CardRenderer } from './render.js';

/** @param lines the commands of the place, in the order in which they are shown */
export function helpCard(
  render: CardRenderer,
  { lang }: Messages,
  { heading, intro, closing }: HelpOfPlace,
  lines: readonly HelpLine[],
): Card {
  return render('help', {
    lang,
    fallbackText: heading,
    labels: { heading, intro, closing },
    commands: lines.map(({ command, does }) => ({ command, does: ` – ${does}` })),
  });
}
