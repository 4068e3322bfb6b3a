import { decidingHeads } from '../../domain/channel/department.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { standingOf } from '../../domain/reply/standing.js';
import { hasPassed } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { Card, CardRenderer } from '../render.js';
import { timeFacts } from './time-facts.js';

/**
 * The answer to a question about a round: the deadline, the report, and how far the department is. It has all three
 * whatever was asked, so that a question that was misread is answered too.
 */
export function roundFactsCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  asked: 'deadline' | 'report' | 'status',
  now: Date,
): Card {
  const { roundFacts, request, receipt } = messages;
  const { ask, isLocked } = department;
  const standing = standingOf(department);
  const isMissed = isLocked && standing.kind === 'awaited';
  const facts = [
    roundFacts.deadline(ask.deadline, hasPassed(ask.deadline, now)),
    ...(isLocked && standing.kind !== 'withdrawn' ? [roundFacts.closed] : []),
    isMissed ? receipt.lockedUnanswered(standing.why) : roundFacts.standing(standing),
    ...timeFacts(messages, department),
    ...(isAsking(department) ? [request.answeredBy(decidingHeads(department.department))] : []),
    roundFacts.report(ask.report),
  ];
  return render('round-facts', {
    lang: messages.lang,
    fallbackText: roundFacts.heading[asked],
    heading: roundFacts.heading[asked],
    title: ask.title,
    facts: facts.map((text) => ({ text })),
    asOf: roundFacts.asOf(now),
    hasLink: ask.reportLink !== undefined,
    reportLink: ask.reportLink ?? '',
    readReport: request.readReport,
  });
}
