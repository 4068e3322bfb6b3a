import type { LinkedNotat, LinkedTemplate } from '../../application/ports.js';
import { DOWNLOAD_LINK_MINUTES } from '../../domain/notat/notat.js';
import type { PersonalSender } from '../acts.js';
import { type Answer, messagesOf, type OfferedFile, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/*
 * A link to a file, for those to whom Teams cannot offer one: without a OneDrive, or where the tenant has no file consent.
 */

/** The answer to a person who does not take an offered file. */
export function linkInsteadOf(deps: Deps, offered: OfferedFile, sender: PersonalSender): Answer {
  const url = deps.links.create(documentOf(offered, sender), deps.clock.now());
  return words(deps.messages.personal.declinedWithLink(url, DOWNLOAD_LINK_MINUTES));
}

/** A message with a link to the file of a template, below the card from which it was asked for. */
export function linkTo(
  deps: Deps,
  linked: Pick<LinkedTemplate, 'of' | 'template'>,
  { tenantId, by, memberId }: PersonalSender,
): Answer {
  const url = deps.links.create({ ...linked, tenantId, personId: by.id, memberId }, deps.clock.now());
  const { personal, template: said } = deps.messages;
  const notice = words(personal.link(said.fileIs(linked.of, linked.template), url, DOWNLOAD_LINK_MINUTES));
  return { kind: 'messages', messages: messagesOf(deps, notice) };
}

function documentOf(offered: OfferedFile, { tenantId, by, memberId }: PersonalSender): LinkedNotat | LinkedTemplate {
  if (offered.kind === 'notat') return { tenantId, roundId: offered.roundId, notatId: offered.notatId };
  const of = offered.kind === 'preview' ? 'example' : 'template';
  return { tenantId, of, template: offered.template, personId: by.id, memberId };
}
