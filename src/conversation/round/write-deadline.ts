import { currentRound } from '../../application/round/which-round.js';
import type { DeadlineForm } from '../../cards/round/deadline-card.js';
import { parseComment, type ReasonProblem } from '../../domain/reply/comment.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { notRead, readDeadline } from '../../domain/round/deadline-values.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { isWrittenMove, readWrittenMove } from '../../domain/round/written-move.js';
import { messagesOf, words } from '../answer.js';
import { answersCommand } from '../own-message.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';
import { deadlineForm } from './deadline-form.js';

const DEADLINE = /^(?:frist|deadline)(?:[ :,](?<written>.*))?$/iu;

/**
 * *frist* shows the form for moving the newest round's deadline, filled in with what was written: a day, a time, a
 * department and a reason. Only the form's button moves anything.
 */
export const writeDeadlineCommand = channelCommand({
  name: 'round.write-deadline',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ deadline }) => deadline,
  phrases: { da: ['frist'], en: ['deadline'] },
  parse: parseDeadlineCommand,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome, { written }, act) {
    if (outcome.kind !== 'round') {
      return noCurrentRound(deps, outcome, { command: 'round.write-deadline', written: `frist ${written}`.trim() });
    }
    const { overview, isNewerUnreadable } = outcome;
    const { state } = overview.round;
    const answer =
      state === 'open'
        ? deadlineForm(deps, filledIn(overview, written, deps.clock.now()), answersCommand(act))
        : words(deps.messages.deadline.notOpen(state));
    return afterNewer(deps, isNewerUnreadable, messagesOf(deps, answer));
  },
});

function parseDeadlineCommand({ withoutMentions }: CommandWords): { readonly written: string } | undefined {
  const found = DEADLINE.exec(withoutMentions);
  const written = found?.groups?.['written']?.trim() ?? '';
  return found !== null && (written === '' || isWrittenMove(written)) ? { written } : undefined;
}

/** The form with what was written, and what is already known to be wrong with it. */
function filledIn({ round, departments }: RoundOverview, written: string, now: Date): DeadlineForm {
  const { ask } = round.plan;
  const named = departments.map(({ department }) => department);
  const move = written === '' ? undefined : readWrittenMove(written, danishDayOf(now), named);
  const { day = '', time: deadlineTime = '', departmentId, reason = '', unread = '' } = move ?? {};
  const chosen = named.find(({ id }) => id === departmentId);
  const present = departments.find(({ department }) => department.id === departmentId)?.ask.deadline ?? ask.deadline;
  const deadline = readDeadline({ deadline: day, deadlineTime }, now);
  const badReason = reasonProblem(reason);
  return {
    roundId: round.id,
    title: ask.title,
    present,
    departments,
    chosen,
    // What may be a CPR number is not shown once more.
    values: { deadline: day, deadlineTime, reason: badReason === undefined ? reason : '' },
    problems: [
      ...(unread === '' ? [] : [notRead('deadline', unread)]),
      ...(day === '' || deadline.ok ? [] : deadline.problem),
      ...(badReason === undefined ? [] : [badReason]),
    ],
  };
}

function reasonProblem(reason: string): ReasonProblem | undefined {
  const parsed = parseComment(reason);
  return parsed.ok || parsed.problem.kind !== 'cpr number'
    ? undefined
    : { field: 'reason', kind: 'reason', problem: parsed.problem };
}
