import { uploadTemplate } from '../../application/notat/upload-template.js';
import { refusedTemplateCard, takenTemplateCard } from '../../cards/notat/template-card.js';
import { TEMPLATE_MAX_BYTES } from '../../domain/limits.js';
import type { HelpWords } from '../../text/channel/help-words.js';
import type { PersonalAct, SentFile } from '../acts.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { Row } from '../row.js';
import { offerOf } from './fetch-template.js';

/** The file types of Word. The template check says what is wrong with a file that is not a document. */
const WORD_FILE = /\.do[ct][xm]$/iu;

/** A person sends one Word file: it becomes the template of the secretariat if the check accepts it. */
export const sendTemplate = {
  name: 'template.send',
  how: 'sent as a file',
  where: ['personal'],
  right: 'run rounds',
  keepsText: false,
  help: ({ sendTemplate: said }: HelpWords) => said,
  async run(deps: Deps, { files, hasOther, sender }: PersonalAct): Promise<Answer> {
    const { personal } = deps.messages;
    const [file, ...others] = files;
    if (file === undefined) return words(personal.onlyWord());
    if (others.length > 0 || hasOther) return words(personal.oneFile());
    if (!WORD_FILE.test(file.name)) return words(personal.onlyWord());
    return takeTemplate(deps, sender, file);
  },
} as const satisfies Row & { readonly run: unknown };

async function takeTemplate(deps: Deps, sender: PersonalAct['sender'], sent: SentFile): Promise<Answer> {
  const { messages, render } = deps;
  const { personal, template: said } = messages;
  const fetched = await deps.transfer.fetch(sent.downloadUrl, TEMPLATE_MAX_BYTES);
  if (fetched.kind === 'failed') return words(personal.notFetched());
  if (fetched.kind === 'too large') return words(said.tooLarge(TEMPLATE_MAX_BYTES));
  const outcome = await uploadTemplate(deps, { ...sender, name: sent.name, bytes: fetched.bytes });
  switch (outcome.kind) {
    case 'busy':
      return words(said.busy());
    case 'refused':
      return {
        ...card(refusedTemplateCard(render, messages, sent.name, outcome.problems)),
        summary: said.refusedHeading,
      };
    case 'taken': {
      const { template, preview } = outcome;
      const taken = takenTemplateCard(render, messages, { ...outcome, changes: outcome.changes.map(said.change) });
      return {
        kind: 'messages',
        messages: [
          { kind: 'card', card: taken, summary: said.takenHeading },
          offerOf(deps, 'example', template.number, { name: undefined, file: preview }),
        ],
      };
    }
  }
}
