import { fetchTemplate, previewTemplate, type TemplateFile } from '../../application/notat/template-file.js';
import { fetchedTemplate } from '../../cards/button-fields.js';
import { type FetchedOfTemplate, PERSONAL_VERBS } from '../../cards/buttons.js';
import { fileNameOf } from '../../text/notat/template-file-name.js';
import { type Sent, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { linkTo } from '../notat/file-link.js';
import { personalButton } from '../row.js';

/** *Hent* and *Se et eksempel* offer the file of a template, or an example of a notat in it; or they give a link to it. */
export const fetchTemplateButton = personalButton({
  name: PERSONAL_VERBS.fetchTemplate,
  where: ['personal'],
  right: 'run rounds',
  parse: fetchedTemplate,
  run: (deps, { of, template }, { sender: { tenantId } }) =>
    of === 'template' ? fetchTemplate(deps, tenantId, template) : previewTemplate(deps, tenantId, template),
  present(deps, outcome, { of, template, way }, { sender }) {
    if (outcome.kind === 'no template') return words(deps.messages.template.unknown());
    if (way === 'link') return linkTo(deps, { of, template }, sender);
    return { kind: 'messages', messages: [offerOf(deps, of, template, outcome)] };
  },
});

/** Offers a file of a template. @param number of the template */
export function offerOf(
  { messages }: Pick<Deps, 'messages'>,
  of: FetchedOfTemplate,
  number: number,
  { name, file }: Pick<TemplateFile, 'name' | 'file'>,
): Sent {
  const { template: said } = messages;
  return {
    kind: 'file offer',
    offered: { kind: of === 'example' ? 'preview' : 'template', template: number },
    file: {
      name: fileNameOf(messages, of, { number, name }),
      description: `${said.fileIs(of, number)}. ${said.ifNotSaved}`,
      size: file.length,
    },
  };
}
