import type { ReplyContent, ReplyVersion } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { cardBytes, roomLeft } from '../card-size.js';
import { cardThatFits } from '../order-of-loss.js';
import { MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { type ChangedRun, wordChanges } from './word-changes.js';

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
  const lines = wordChanges(previous === undefined ? text : textOf(messages, previous.content), text);
  return {
    by: messages.versions.by(version.number, version.author.name, version.at),
    lines: inFewLines(lines).map((runs) => ({ runs: runs.map(cardRun) })),
  };
}

/**
 * Limits the lines as `cardParagraphs` does: the last one holds all the text that is left, so that nothing is missing.
 */
function inFewLines(lines: readonly (readonly ChangedRun[])[]): readonly (readonly ChangedRun[])[] {
  if (lines.length <= MANY_PARAGRAPHS) return lines;
  const rest: ChangedRun[] = [];
  for (const [first, ...others] of lines.slice(MANY_PARAGRAPHS - 1)) {
    const runs = first === undefined ? others : [{ ...first, text: ` ${first.text}` }, ...others];
    for (const run of runs) {
      const last = rest.at(-1);
      if (last?.isAdded !== run.isAdded || last.isRemoved !== run.isRemoved) rest.push(run);
      else rest.splice(-1, 1, { ...run, text: last.text + run.text });
    }
  }
  return [...lines.slice(0, MANY_PARAGRAPHS - 1), rest];
}

function cardRun({ text, isAdded, isRemoved }: ChangedRun): object {
  return { text, isAdded, isRemoved, color: isAdded ? 'Good' : isRemoved ? 'Attention' : 'Default' };
}

function textOf(messages: Messages, content: ReplyContent): string {
  if (content.kind === 'text') return content.text;
  return [messages.receipt.nil, content.remark].filter((line) => line !== undefined).join('\n');
}
