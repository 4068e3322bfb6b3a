import type { Clock, DownloadLinks, IdSource } from '../../application/ports.js';
import { type Mention, NO_MENTION } from '../../cards/mention.js';
import { notatCards } from '../../cards/notat/notat-card.js';
import type { CardRenderer } from '../../cards/render.js';
import type { NotatKind, NotatModel, NotatRecord } from '../../domain/notat/notat.js';
import type { NotatChange } from '../../domain/notat/notat-changes.js';
import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { Sent } from '../answer.js';

interface Dependencies {
  readonly render: CardRenderer;
  readonly messages: Messages;
  readonly links: DownloadLinks;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A notat that has been recorded. */
interface Recorded {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  readonly changes?: readonly NotatChange[];
  readonly newer?: NotatKind | undefined;
}

/**
 * The messages that show a notat, in the order to send them, with a new link to its Word file.
 *
 * @param mention of the person who must act on it; nobody in an answer to a person
 */
export function notatMessages(
  { render, messages, links, clock, ids }: Dependencies,
  recorded: Recorded,
  mention: Mention = NO_MENTION,
): readonly Sent[] {
  const { round, record, notat } = recorded;
  const document = { tenantId: round.secretariat.tenantId, roundId: round.id, notatId: record.id };
  const link = links.create(document, clock.now());
  const cards = notatCards(render, messages, { ...recorded, link, mention, nonce: ids.next() });
  const summary = notat.isTrial
    ? messages.trial.notatSummary(notat.title)
    : messages.notat.summary(notat.title, record);
  return cards.map((card) => ({ kind: 'card', card, summary }));
}
