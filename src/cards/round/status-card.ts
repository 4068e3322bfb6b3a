import { hasPassed } from '../../domain/round/deadline.js';
import { progressOf } from '../../domain/round/progress.js';
import { nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits, type PartOf, type Shown } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type StatusLine, standingLine } from './status-lines.js';

/**
 * The card is for seeing who is missing. So what goes first is when and by whom the others answered, then what is told of
 * those who are missing, then the list to choose from, and last the names, of those who may be missing after all others.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'details', to: 1 },
    { part: 'details', to: 0 },
    { part: 'choices', to: 0 },
  ],
  [
    { part: 'excused', to: 0 },
    { part: 'answered', to: 0 },
    { part: 'outstanding', to: 0 },
    { part: 'unreadable', to: 0 },
  ],
] as const;

/** The departments in four, as the card shows them. */
type StatusLines = Readonly<Record<'unreadable' | 'outstanding' | 'answered' | 'excused', readonly StatusLine[]>>;

type Part = PartOf<typeof ORDER_OF_LOSS>;

/** Who has answered, who has not, and who need not; and a list to choose one of them from. */
export function statusCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
): Card {
  const { status } = messages;
  const { ask } = overview.round.plan;
  const { answered, outstanding, excused, unreadable, asked } = progressOf(overview);
  const progress = status.progress(answered.length, asked);
  const deadline = status.deadline(ask.deadline, hasPassed(ask.deadline, now));
  const [chosen] = [...outstanding, ...overview.departments];
  const toLine = (department: RoundDepartment) => standingLine(messages, department);
  const lines: StatusLines = {
    unreadable: unreadable.map((department) => ({ name: nameOfUnreadable(department), details: [] })),
    outstanding: outstanding.map(toLine),
    answered: answered.map(toLine),
    excused: excused.map(toLine),
  };
  const whole: Shown<Part> = {
    details: 2,
    choices: 1,
    excused: excused.length,
    answered: answered.length,
    outstanding: outstanding.length,
    unreadable: unreadable.length,
  };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
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
      ...shownLines(lines, shown),
      hasChoices: shown.choices === 1 && overview.departments.length > 0,
      choices: overview.departments.map(({ department: { id, name } }) => ({ id, name })),
      chosen: chosen?.department.id ?? '',
      // The department is the one that is chosen in the list.
      showData: { verb: VERBS.showDepartment, roundId: overview.round.id, nonce },
    }),
  ).card;
}

/** The lines with as many details, or else as many names, as are to be shown. */
function shownLines(lines: StatusLines, shown: Shown<Part>): StatusLines {
  if (shown.details === 2) return lines;
  const short = (group: keyof StatusLines, text: (line: StatusLine) => string) =>
    nameParagraphs(lines[group].map(text), shown[group]).map(({ text: name }) => ({ name, details: [] }));
  return {
    unreadable: short('unreadable', bareName),
    outstanding: shown.details === 1 ? lines.outstanding : short('outstanding', lineText),
    answered: short('answered', bareName),
    excused: short('excused', bareName),
  };
}

function bareName({ name }: StatusLine): string {
  return name;
}

function lineText({ name, details }: StatusLine): string {
  return [name, ...details.map(({ text }) => text)].join(': ');
}
