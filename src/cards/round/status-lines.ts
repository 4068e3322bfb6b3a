import type { KnownTeam } from '../../domain/channel/known-team.js';
import { teamOf, whyNotReached } from '../../domain/channel/reach.js';
import { openQuestions } from '../../domain/reply/open-questions.js';
import { standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { CardParagraph } from '../paragraphs.js';

/** A department with its details, or the names of several departments. */
export interface StatusLine {
  readonly name: string;
  readonly details: readonly CardParagraph[];
}

/**
 * The line about a department. Its details depend on the state of the answer.
 *
 * @param teams the teams that have the bot, where the line is to say whether the department can be reached
 */
export function standingLine(
  { status, changed, trouble: words, placeNews }: Messages,
  department: RoundDepartment,
  teams: readonly KnownTeam[] = [],
): StatusLine {
  const standing = standingOf(department);
  const { trouble, sentBack, decline, draft } = department;
  const open = openQuestions(department).length;
  const asks = open === 0 ? undefined : status.asks(open);
  const why = whyNotReached(department.address, teams);
  const unreached = why && placeNews.short(why, teamOf(department.address, teams)?.name);
  switch (standing.kind) {
    case 'answered': {
      const { reply, isLate } = standing;
      const answer = [
        status.answer(reply.author.name, reply.at, reply.content.kind === 'nil'),
        ...(isLate ? [status.late] : []),
        ...(reply.isOnBehalf ? [status.onBehalf] : []),
      ];
      return lineOf(department, [answer.join(' · '), unreached, proposalText(status, department), asks]);
    }
    case 'excused':
      return lineOf(department, [status.excusedBy(standing.accepted.inNotat), unreached, asks]);
    case 'withdrawn':
      return lineOf(department, [changed.state]);
    case 'awaited':
      return lineOf(department, [
        unreached,
        trouble && words.short(trouble),
        sentBack && status.sentBack(sentBack.by.name, sentBack.at),
        decline && status.declined(decline.by.name, decline.at),
        proposalText(status, department),
        draft && status.draft(draft.author.name, draft.at),
        asks,
      ]);
  }
}

/**
 * What has not been delivered, the round's own trouble first. Departments with the same trouble stand together.
 *
 * @returns a line for each whole sentence, with the names of those whom it is about
 */
export function troubleLines({ trouble: words }: Messages, overview: RoundOverview): readonly StatusLine[] {
  const lines = new Map<string, readonly string[]>();
  for (const { trouble, department } of overview.departments) {
    if (trouble === undefined) continue;
    const whole = words.whole(trouble);
    lines.set(whole, [...(lines.get(whole) ?? []), department.name]);
  }
  const { trouble } = overview.round;
  const own = trouble === undefined ? [] : [{ name: words.toSecretariat, details: [{ text: words.whole(trouble) }] }];
  return [...own, ...[...lines].map(([text, names]) => ({ name: names.join(' · '), details: [{ text }] }))];
}

function proposalText(status: Messages['status'], { proposal }: RoundDepartment): string | undefined {
  return proposal && status.awaitingApproval(proposal.author.name, proposal.at);
}

function lineOf({ department }: RoundDepartment, details: readonly (string | undefined)[]): StatusLine {
  return { name: department.name, details: details.flatMap((text) => (text ? [{ text }] : [])) };
}
