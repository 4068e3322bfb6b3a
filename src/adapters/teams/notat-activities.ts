import type { Activity } from 'botbuilder';
import type { CompileNotatOutcome } from '../../application/notat/compile-notat.js';
import type { Clock, DownloadLinks, IdSource } from '../../application/ports.js';
import { notatCards } from '../../cards/notat-card.js';
import type { CardRenderer } from '../../cards/render.js';
import type { NotatChange } from '../../domain/notat/notat-changes.js';
import type { Messages } from '../../text/messages.js';
import { cardActivity } from './card-activity.js';

interface Dependencies {
  readonly render: CardRenderer;
  readonly messages: Messages;
  readonly links: DownloadLinks;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A notat that has been recorded. */
type Recorded = Pick<Extract<CompileNotatOutcome, { kind: 'compiled' }>, 'round' | 'record' | 'notat'> & {
  readonly changes?: readonly NotatChange[];
};

/** The messages that show a notat, to be sent in this order, with a link to its Word file made for this moment. */
export function notatActivities(
  { render, messages, links, clock, ids }: Dependencies,
  recorded: Recorded,
): readonly Partial<Activity>[] {
  const { round, record, notat } = recorded;
  const document = { tenantId: round.secretariat.tenantId, roundId: round.id, notatId: record.id };
  const link = links.create(document, clock.now());
  const cards = notatCards(render, messages, { ...recorded, link, nonce: ids.next() });
  return cards.map((card) => cardActivity(card, messages.notat.summary(notat.title)));
}
