import { listTemplates, showTemplate } from '../../application/notat/show-template.js';
import { fetchTemplate } from '../../application/notat/template-file.js';
import { unlessUnreadable } from '../../application/unless-unreadable.js';
import { templateCard } from '../../cards/notat/template-card.js';
import { templatesCard } from '../../cards/notat/templates-card.js';
import { numberOf } from '../../domain/notat/kept-template.js';
import { type Answer, card } from '../answer.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { personalCommand } from '../row.js';
import { offerOf } from './fetch-template.js';

/** The phrases that ask for the list, and not for the template in use. They are among the phrases of the command. */
const OF_LIST: Phrases = { da: ['tidligere skabeloner'], en: ['earlier templates'] };

/** *skabelon* shows which Word template the notats are written in, and hands it over. */
export const showTemplateCommand = personalCommand({
  name: 'template.show',
  where: ['personal'],
  right: 'run rounds',
  help: ({ template }) => template,
  phrases: {
    da: ['skabelon', 'skabelonen', 'skabeloner', ...OF_LIST.da],
    en: ['template', 'templates', ...OF_LIST.en],
  },
  parse: (words, phrases) =>
    itsWordsAlone(words, phrases) && { isListAsked: itsWordsAlone(words, OF_LIST) !== undefined },
  async run(deps, { isListAsked }, { sender: { tenantId } }) {
    if (isListAsked) return { kind: 'list', page: await listTemplates(deps, { tenantId, from: 0 }) } as const;
    return showTemplate(deps, tenantId);
  },
  async present(deps, shown, _, { sender: { tenantId } }): Promise<Answer> {
    const { render, messages } = deps;
    // The list says that the newest choice cannot be read, and has what can be chosen instead.
    if (shown.kind !== 'template') {
      return { ...card(templatesCard(render, messages, shown.page)), summary: messages.template.list.heading };
    }
    // Whoever wants to change the template needs its file. While that cannot be read, the card says so.
    const file = await unlessUnreadable(fetchTemplate(deps, tenantId, numberOf(shown)));
    const offers = file?.kind === 'file' ? [offerOf(deps, 'template', numberOf(shown), file)] : [];
    const shownCard = templateCard(render, messages, shown, offers.length > 0 ? 'with its file' : 'without its file');
    return {
      kind: 'messages',
      messages: [{ kind: 'card', card: shownCard, summary: messages.template.heading }, ...offers],
    };
  },
});
