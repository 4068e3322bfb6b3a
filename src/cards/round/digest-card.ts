import { newsOf } from '../../domain/duties.js';
import { standingOf } from '../../domain/reply/standing.js';
import { progressOf } from '../../domain/round/progress.js';
import type { Digest, RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';

/** Only the names of a very large round are shortened; the numbers stand above them. */
const ORDER_OF_LOSS = [[{ part: 'names', to: 10 }]] as const;

/** The secretariat's morning message: what has happened since the one before, and what waits for the secretariat. */
export function digestCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  { since }: Pick<Digest, 'since'>,
  now: Date,
  mention: Mention = NO_MENTION,
): Card {
  const { digest: words, status } = messages;
  const { ask } = overview.round.plan;
  const news = newsOf(overview, since, now);
  const progress = progressOf(overview);
  const groups = [
    [words.answered, news.answered],
    [words.reminded, news.reminded],
    [words.missing, progress.outstanding],
  ] as const;
  const longest = Math.max(news.undecided.length, ...groups.map(([, departments]) => departments.length));
  return cardThatFits(ORDER_OF_LOSS, { names: longest }, (shown) =>
    render('digest', {
      lang: messages.lang,
      fallbackText: `${words.heading}: ${status.progress(progress.answered.length, progress.asked)}`,
      labels: {
        heading: words.heading,
        progress: status.progress(progress.answered.length, progress.asked),
        untilWhen: `${words.untilWhen(ask.deadline, now)}.`,
        undecided: words.undecided,
        more: words.more,
      },
      title: ask.title,
      ...mention,
      hasUndecided: news.undecided.length > 0,
      undecided: linesOf(messages, news.undecided, shown.names),
      groups: groups.flatMap(([heading, departments]) =>
        departments.length === 0 ? [] : [{ heading, names: namesOf(departments, shown.names) }],
      ),
    }),
  ).card;
}

function linesOf({ digest }: Messages, departments: readonly RoundDepartment[], most: number) {
  const lines = departments.slice(0, most).map((department) => {
    const standing = standingOf(department);
    const isDeclined = standing.kind === 'awaited' && standing.why === 'declined';
    return { text: `${department.department.name} ${isDeclined ? digest.declined : digest.asksForTime}` };
  });
  return most < departments.length ? [...lines, { text: '…' }] : lines;
}

function namesOf(departments: readonly RoundDepartment[], most: number): string {
  const names = departments.slice(0, most).map(({ department }) => department.name);
  return [...names, ...(most < departments.length ? ['…'] : [])].join(' · ');
}
