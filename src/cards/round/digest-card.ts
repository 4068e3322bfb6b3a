import { newsOf } from '../../domain/duties.js';
import { openQuestions } from '../../domain/reply/open-questions.js';
import { progressOf } from '../../domain/round/progress.js';
import type { Digest, RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import { decisionOf } from '../../domain/work/told.js';
import type { Messages } from '../../text/messages.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
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
  const undecided = news.undecided.flatMap((department) => linesOf(messages, department));
  const longest = Math.max(undecided.length, ...groups.map(([, departments]) => departments.length));
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
      undecided: firstOf(undecided, shown.names),
      groups: groups.flatMap(([heading, departments]) =>
        departments.length === 0 ? [] : [{ heading, names: namesOf(departments, shown.names) }],
      ),
    }),
  ).card;
}

/** What the secretariat must do about a department: decide, or answer a question, or both. */
function linesOf({ digest }: Messages, department: RoundDepartment): readonly CardParagraph[] {
  const decisions = { decline: [digest.declined], 'time request': [digest.asksForTime], made: [] };
  const asks = openQuestions(department).length > 0 ? [digest.asksQuestion] : [];
  return [...decisions[decisionOf(department)], ...asks].map((what) => ({
    text: `${department.department.name} ${what}`,
  }));
}

function firstOf(lines: readonly CardParagraph[], most: number): readonly CardParagraph[] {
  return most < lines.length ? [...lines.slice(0, most), { text: '…' }] : lines;
}

function namesOf(departments: readonly RoundDepartment[], most: number): string {
  const names = departments.slice(0, most).map(({ department }) => department.name);
  return [...names, ...(most < departments.length ? ['…'] : [])].join(' · ');
}
