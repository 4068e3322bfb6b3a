import type { DepartmentId, RoundId } from '../../domain/ids.js';
import { CHOICES_MAX } from '../../domain/limits.js';
import type { Deadline, LocalDate } from '../../domain/round/deadline.js';
import type { MoveProblem, MoveValues } from '../../domain/round/moved-deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS, WHOLE_ROUND } from '../buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData } from '../spot.js';
import { leaveButton } from './desk-actions.js';

/** The card offers all departments or none. In a shortened list, the one that a person looks for could be missing. */
const ORDER_OF_LOSS = [[{ part: 'choices', to: 0 }]] as const;

/** The content of the form for moving a deadline. */
export interface DeadlineForm {
  readonly roundId: RoundId;
  readonly title: string;
  /** The deadline of the round, or of the department that the form is about. */
  readonly present: Deadline;
  /** The departments to choose from; none where the form is about one department alone. */
  readonly departments: readonly RoundDepartment[];
  /** The department that is chosen; undefined for the whole round. */
  readonly chosen: RoundDepartment['department'] | undefined;
  readonly values: MoveValues;
  readonly problems: readonly MoveProblem[];
  readonly spot?: Spot | undefined;
}

/** An empty form about one department. */
export function deadlineFormOf({ roundId, ask, department }: RoundDepartment): DeadlineForm {
  const values = { deadline: '', deadlineTime: '', reason: '' };
  const about = { roundId, title: ask.title, present: ask.deadline, chosen: department };
  return { ...about, departments: [], values, problems: [] };
}

/** The form with which the secretariat moves a deadline. @param today the first day that the calendar offers */
export function deadlineFormCard(
  render: CardRenderer,
  messages: Messages,
  form: DeadlineForm,
  today: LocalDate,
  nonce: string,
): Card {
  const { deadline: words } = messages;
  const { roundId, title, present, departments, chosen, values, problems, spot } = form;
  const isOffered = departments.length > 0 && departments.length <= CHOICES_MAX;
  return cardThatFits(ORDER_OF_LOSS, { choices: isOffered ? 1 : 0 }, (shown) => {
    const choices = shown.choices === 1 ? departments : [];
    const scope: DepartmentId | typeof WHOLE_ROUND = chosen?.id ?? WHOLE_ROUND;
    const isAlone = choices.length === 0 && chosen !== undefined;
    return render('deadline', {
      lang: messages.lang,
      fallbackText: words.heading,
      labels: {
        heading: words.heading,
        explain: words.explain,
        scope: words.scope,
        wholeRound: words.wholeRound,
        day: words.day,
        time: words.time,
        reason: words.reason,
        reasonPlaceholder: words.reasonPlaceholder,
        move: words.move,
      },
      hasName: choices.length === 0,
      name: chosen?.name ?? words.wholeRound,
      title,
      present: words.present(present),
      hasProblem: problems.length > 0,
      problem: problems.map(words.problem).join(' '),
      hasChoices: choices.length > 0,
      wholeRound: WHOLE_ROUND,
      scope,
      choices: choices.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      today,
      values,
      // Where there is a list, what is chosen in it takes the place of the scope.
      moveData: { verb: VERBS.moveDeadline, roundId, scope, nonce, ...spotData(spot) },
      leave:
        isAlone && spot?.kind !== 'own message'
          ? { title: words.cancel, ...toDepartment(roundId, chosen.id, nonce, spot) }
          : leaveButton(messages, roundId, nonce, spot, true),
    });
  }).card;
}

function toDepartment(roundId: RoundId, departmentId: DepartmentId, nonce: string, spot: Spot | undefined) {
  const verb = VERBS.showDepartment;
  return { verb, data: { verb, roundId, departmentId, nonce, ...spotData(spot) } };
}
