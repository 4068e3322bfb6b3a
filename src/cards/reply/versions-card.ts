import type { ReplyContent, ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { cardBytes, roomLeft } from '../card-size.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { changedLines } from './changed-lines.js';

/** The oldest versions are left out first: people ask for them least. */
const ORDER_OF_LOSS = [[{ part: 'newest', to: 0 }]] as const;

/** A department's versions, the newest first, with the changes in each. It shows as many as fit in a message. */
export function versionsCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  versions: readonly ReplyVersion[],
): Card {
  const words = messages.versions;
  const newest = newestThatMayFit(messages, versions);
  return cardThatFits(ORDER_OF_LOSS, { newest: newest.length }, (shown) =>
    render('versions', {
      lang: messages.lang,
      fallbackText: words.heading,
      heading: words.heading,
      title: department.ask.title,
      legend: versions.length === 0 ? words.none : words.legend,
      versions: newest.slice(0, shown.newest),
      hasMore: shown.newest < versions.length,
      more: words.more(versions.length - shown.newest),
    }),
  ).card;
}

/**
 * The newest versions that a card may have room for, the newest first. No others are compared, because that is slow.
 */
function newestThatMayFit(messages: Messages, versions: readonly ReplyVersion[]): readonly object[] {
  const shown: object[] = [];
  let room = roomLeft(shown);
  for (let index = versions.length - 1; index >= 0 && room >= 0; index -= 1) {
    const each = versions.slice(index, index + 1).map((version) => cardVersion(messages, version, versions[index - 1]));
    shown.push(...each);
    room -= cardBytes(each);
  }
  return shown;
}

function cardVersion(messages: Messages, version: ReplyVersion, previous: ReplyVersion | undefined): object {
  const text = textOf(messages, version.content);
  // The first version is compared with itself: it is all new, so marking every word would not help.
  const lines = changedLines(previous === undefined ? text : textOf(messages, previous.content), text);
  return {
    by: messages.versions.by(version.number, version.author.name, version.at),
    lines,
  };
}

function textOf(messages: Messages, content: ReplyContent): string {
  if (content.kind === 'text') return content.text;
  return [messages.receipt.nil, content.remark].filter((line) => line !== undefined).join('\n');
}
