import type { Messages } from '../text/messages.js';
import type { Card, CardRenderer } from './render.js';

export function helpCard(render: CardRenderer, messages: Messages): Card {
  const { heading, intro, commands, departments } = messages.help;
  return render('help', {
    lang: messages.lang,
    fallbackText: heading,
    labels: { heading, intro, departments },
    commands: commands.map(({ command, does }) => ({ command, does: ` – ${does}` })),
  });
}
