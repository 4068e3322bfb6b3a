import { standingOf } from '../domain/reply/standing.js';
import { hasPassed } from '../domain/round/deadline.js';
import { progressOf } from '../domain/round/progress.js';
import { nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../domain/round/round.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes } from './card-size.js';
import { nameParagraphs } from './name-paragraphs.js';
import type { CardParagraph } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

interface StatusLine {
  readonly name: string;
  readonly details: readonly CardParagraph[];
}

/** The departments in four, as the card shows them. */
interface StatusLines {
  readonly unreadable: readonly StatusLine[];
  readonly outstanding: readonly StatusLine[];
  readonly answered: readonly StatusLine[];
  readonly excused: readonly StatusLine[];
}

/**
 * Who has answered, who has not, and who need not; and a list to choose one of them from. Where a message has no room
 * for all of it, what goes first is when and by whom, then the list, and last the names.
 */
export function statusCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
): Card {
  const draw = statusDrawing(render, messages, overview, now, nonce);
  const { outstanding, answered, excused, unreadable: unread } = progressOf(overview);
  const whole = {
    unreadable: unread.map((department) => ({ name: nameOfUnreadable(department), details: [] })),
    outstanding: outstanding.map((department) => standingLine(messages, department)),
    answered: answered.map((department) => standingLine(messages, department)),
    excused: excused.map((department) => standingLine(messages, department)),
  };
  const unreadable = inShort(whole.unreadable.map(bareName));
  const names = {
    unreadable,
    answered: inShort(whole.answered.map(bareName)),
    excused: inShort(whole.excused.map(bareName)),
  };
  const onlyMissing = { outstanding: whole.outstanding, ...names };
  const short = { outstanding: inShort(whole.outstanding.map(lineText)), ...names };
  for (const withChoices of [true, false]) {
    for (const lines of [whole, onlyMissing, short]) {
      const card = draw(lines, withChoices);
      if (fits(card)) return card;
    }
  }
  return cutToFit(whole, (lines) => draw(lines, false));
}

/** Draws the card with some or all of what is known of the departments. */
function statusDrawing(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
): (lines: StatusLines, withChoices: boolean) => Card {
  const { status } = messages;
  const { ask } = overview.round.plan;
  const { answered, outstanding, excused, unreadable, asked } = progressOf(overview);
  const progress = status.progress(answered.length, asked);
  const deadline = status.deadline(ask.deadline, hasPassed(ask.deadline, now));
  const [chosen] = [...outstanding, ...overview.departments];
  return (lines, withChoices) =>
    render('status', {
      lang: messages.lang,
      fallbackText: `${status.heading}: ${progress}. ${deadline}`,
      labels: {
        unreadable: status.unreadable,
        unreadableExplained: status.unreadableExplained,
        answered: status.answered,
        outstanding: status.outstanding,
        excused: status.excused,
        choose: status.choose,
        show: status.show,
      },
      progress,
      title: ask.title,
      deadline,
      hasUnreadable: unreadable.length > 0,
      hasOutstanding: outstanding.length > 0,
      outstandingSpacing: unreadable.length > 0 ? 'None' : 'Medium',
      hasAnswered: answered.length > 0,
      // Two coloured fields meet; a field after plain text stands apart from it.
      answeredSpacing: unreadable.length + outstanding.length > 0 ? 'None' : 'Medium',
      hasExcused: excused.length > 0,
      excusedSpacing: unreadable.length + outstanding.length + answered.length > 0 ? 'None' : 'Medium',
      ...lines,
      hasChoices: withChoices && overview.departments.length > 0,
      choices: overview.departments.map(({ department: { id, name } }) => ({ id, name })),
      chosen: chosen?.department.id ?? '',
      // The department is the one that is chosen in the list.
      showData: { verb: VERBS.showDepartment, roundId: overview.round.id, nonce },
    });
}

/** As many names as there is room for, those who are missing first. */
function cutToFit(whole: StatusLines, draw: (lines: StatusLines) => Card): Card {
  const shorten = (lines: StatusLines, group: keyof StatusLines, texts: readonly string[]): StatusLines => ({
    ...lines,
    [group]: inShort(texts, (shown) => fits(draw({ ...lines, [group]: shown }))),
  });
  const none: StatusLines = { unreadable: [], outstanding: [], answered: [], excused: [] };
  const unknown = shorten(none, 'unreadable', whole.unreadable.map(bareName));
  const missing = shorten(unknown, 'outstanding', whole.outstanding.map(lineText));
  const answered = shorten(missing, 'answered', whole.answered.map(bareName));
  return draw(shorten(answered, 'excused', whole.excused.map(bareName)));
}

function fits(card: Card): boolean {
  return cardBytes(card) <= CARD_MAX_BYTES;
}

function inShort(
  names: readonly string[],
  isRoomFor: (shown: readonly StatusLine[]) => boolean = () => true,
): readonly StatusLine[] {
  return nameParagraphs(names, (shown) => isRoomFor(shown.map(bare))).map(bare);
}

function bareName({ name }: StatusLine): string {
  return name;
}

function lineText({ name, details }: StatusLine): string {
  return [name, ...details.map(({ text }) => text)].join(': ');
}

/** What is to be told of a department, by where it stands. */
function standingLine({ status }: Messages, department: RoundDepartment): StatusLine {
  const standing = standingOf(department);
  const { undelivered, sentBack, decline, draft } = department;
  switch (standing.kind) {
    case 'answered': {
      const { reply, isLate } = standing;
      const answer = [
        status.answer(reply.author.name, reply.at, reply.content.kind === 'nil'),
        ...(isLate ? [status.late] : []),
        ...(reply.isOnBehalf ? [status.onBehalf] : []),
      ];
      return lineOf(department, [answer.join(' · '), proposalText(status, department)]);
    }
    case 'excused':
      return lineOf(department, [status.excusedBy(standing.accepted.inNotat)]);
    case 'awaited':
      return lineOf(department, [
        undelivered && `${status.undelivered} (${undelivered})`,
        sentBack && status.sentBack(sentBack.by.name, sentBack.at),
        decline && status.declined(decline.by.name, decline.at),
        proposalText(status, department),
        draft && status.draft(draft.author.name, draft.at),
      ]);
  }
}

function proposalText(status: Messages['status'], { proposal }: RoundDepartment): string | undefined {
  return proposal && status.awaitingApproval(proposal.author.name, proposal.at);
}

function lineOf({ department }: RoundDepartment, details: readonly (string | undefined)[]): StatusLine {
  return { name: department.name, details: details.flatMap((text) => (text ? [{ text }] : [])) };
}

function bare({ text }: CardParagraph): StatusLine {
  return { name: text, details: [] };
}
