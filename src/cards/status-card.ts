import { hasPassed } from '../domain/deadline.js';
import { progressOf } from '../domain/progress.js';
import type { RoundDepartment, RoundOverview } from '../domain/round.js';
import type { Messages } from '../text/messages.js';
import { CARD_MAX_BYTES, cardBytes } from './card-size.js';
import { nameParagraphs } from './name-paragraphs.js';
import type { CardParagraph } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

interface StatusLine {
  readonly name: string;
  readonly details: readonly CardParagraph[];
}

/** Who has answered, and who has not. Where a message has no room for when and by whom, the names alone. */
export function statusCard(render: CardRenderer, messages: Messages, overview: RoundOverview, now: Date): Card {
  const { status } = messages;
  const { ask } = overview.round.plan;
  const { answered, outstanding } = progressOf(overview.departments);
  const progress = status.progress(answered.length, overview.departments.length);
  const deadline = status.deadline(ask.deadline, hasPassed(ask.deadline, now));
  const withLines = (outstandingLines: readonly StatusLine[], answeredLines: readonly StatusLine[]) =>
    render('status', {
      lang: messages.lang,
      fallbackText: `${status.heading}: ${progress}. ${deadline}`,
      labels: { answered: status.answered, outstanding: status.outstanding },
      progress,
      title: ask.title,
      deadline,
      hasOutstanding: outstanding.length > 0,
      outstanding: outstandingLines,
      hasAnswered: answered.length > 0,
      // Two coloured fields meet; a field after plain text stands apart from it.
      answeredSpacing: outstanding.length > 0 ? 'None' : 'Medium',
      answered: answeredLines,
    });

  const outstandingLines = outstanding.map((department) => outstandingLine(messages, department));
  const answeredLines = answered.map((department) => answeredLine(messages, department));
  const whole = withLines(outstandingLines, answeredLines);
  if (cardBytes(whole) <= CARD_MAX_BYTES) return whole;

  const fits = (shown: readonly StatusLine[], others: readonly StatusLine[]) =>
    cardBytes(withLines(shown, others)) <= CARD_MAX_BYTES;
  const missing = fits(outstandingLines, [])
    ? outstandingLines
    : inShort(outstandingLines.map(lineText), (shown) => fits(shown, []));
  return withLines(
    missing,
    inShort(
      answeredLines.map(({ name }) => name),
      (shown) => fits(missing, shown),
    ),
  );
}

function inShort(names: readonly string[], fits: (shown: readonly StatusLine[]) => boolean): readonly StatusLine[] {
  return nameParagraphs(names, (shown) => fits(shown.map(bare))).map(bare);
}

function lineText({ name, details }: StatusLine): string {
  return [name, ...details.map(({ text }) => text)].join(': ');
}

function outstandingLine({ status }: Messages, { department, undelivered }: RoundDepartment): StatusLine {
  const details = undelivered === undefined ? [] : [{ text: `${status.undelivered} (${undelivered})` }];
  return { name: department.name, details };
}

function answeredLine({ status }: Messages, { department, reply }: RoundDepartment): StatusLine {
  const details = reply ? [{ text: status.answer(reply.author.name, reply.at, reply.content.kind === 'nil') }] : [];
  return { name: department.name, details };
}

function bare({ text }: CardParagraph): StatusLine {
  return { name: text, details: [] };
}
