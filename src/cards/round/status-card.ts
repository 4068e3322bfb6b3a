import { hasPassed } from '../../domain/round/deadline.js';
import { progressOf } from '../../domain/round/progress.js';
import { nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { literalText } from '../literal-text.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits, type PartOf, type Shown } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type StatusLine, standingLine } from './status-lines.js';

/**
 * People use this card to see who is missing. So the first thing that is left out is when and by whom the others
 * answered. Then come the details about the missing departments, then the list to choose from, and last the names. The
 * names of departments that may be missing are kept the longest.
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

/** The four groups of departments on the card. */
type StatusLines = Readonly<Record<'unreadable' | 'outstanding' | 'answered' | 'excused', readonly StatusLine[]>>;

type Part = PartOf<typeof ORDER_OF_LOSS>;

/** Shows who has answered, who has not, and who is excused, with a list to choose a department from. */
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
      // There is no space between two coloured containers. There is space between plain text and a container.
      answeredSpacing: unreadable.length + outstanding.length > 0 ? 'None' : 'Medium',
      hasExcused: excused.length > 0,
      excusedSpacing: unreadable.length + outstanding.length + answered.length > 0 ? 'None' : 'Medium',
      ...shownLines(lines, shown),
      hasChoices: shown.choices === 1 && overview.departments.length > 0,
      choices: overview.departments.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      chosen: chosen?.department.id ?? '',
      // The department's id comes from the list, so it is not in the data.
      showData: { verb: VERBS.showDepartment, roundId: overview.round.id, nonce },
    }),
  ).card;
}

/** The lines, reduced to the details or the number of names that `shown` allows. */
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
