import { showTemplate } from '../../application/notat/show-template.js';
import { fetchTemplate } from '../../application/notat/template-file.js';
import { unlessUnreadable } from '../../application/unless-unreadable.js';
import { templateCard } from '../../cards/notat/template-card.js';
import { numberOf } from '../../domain/notat/kept-template.js';
import { itsWordsAlone } from '../read-command.js';
import { personalCommand } from '../row.js';
import { offerOf } from './fetch-template.js';

/** *skabelon* shows which Word template the notats are written in, and hands it over. */
export const showTemplateCommand = personalCommand({
  name: 'template.show',
  where: ['personal'],
  right: 'run rounds',
  help: ({ template }) => template,
  phrases: {
    da: ['skabelon', 'skabelonen', 'skabeloner', 'tidligere skabeloner'],
    en: ['template', 'templates', 'earlier templates'],
  },
  parse: itsWordsAlone,
  run: (deps, _, { sender: { tenantId } }) => showTemplate(deps, tenantId),
  async present(deps, shown, _, { sender: { tenantId } }) {
    const { render, messages } = deps;
    // Whoever wants to change the template needs its file. While that cannot be read, the card tells the rest.
    const file = await unlessUnreadable(fetchTemplate(deps, tenantId, numberOf(shown)));
    const offers = file?.kind === 'file' ? [offerOf(deps, 'template', numberOf(shown), file)] : [];
    const shownCard = templateCard(render, messages, shown, offers.length > 0 ? 'with its file' : 'asked');
    return {
      kind: 'messages',
      messages: [{ kind: 'card', card: shownCard, summary: messages.template.heading }, ...offers],
    };
  },
});
