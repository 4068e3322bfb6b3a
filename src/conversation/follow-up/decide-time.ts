import { type DecideTimeOutcome, decideTime } from '../../application/reply/decide-time.js';
import { type DecidedTime, decidedTime } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { standingOf } from '../../domain/reply/standing.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import { pressOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { answerOutcome, show } from './follow-up-answers.js';

/** *Giv*: the department gets the time that it has asked for. */
export const grantTimeButton = button({
  name: VERBS.grantTime,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: decidedTime,
  run: (deps, sent, press) => decide(deps, sent, press, true),
  present,
});

/** *Afslå*: it does not. */
export const declineTimeButton = button({
  name: VERBS.declineTime,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: decidedTime,
  run: (deps, sent, press) => decide(deps, sent, press, false),
  present,
});

function decide(deps: Deps, sent: DecidedTime, press: ChannelAct, isGranted: boolean): Promise<DecideTimeOutcome> {
  const { requestSeen, line } = sent;
  const verb = isGranted ? VERBS.grantTime : VERBS.declineTime;
  return decideTime(deps, { ...pressOf(verb, sent, press, [requestSeen, line]), requestSeen, line, isGranted });
}

function present(deps: Deps, outcome: DecideTimeOutcome, sent: DecidedTime, press: ChannelAct): Answer {
  const { line } = sent;
  const shown = shownTo(press, sent);
  const { time } = deps.messages;
  switch (outcome.kind) {
    case 'refused':
      return show(deps, outcome.department, shown, { kind: 'shown', line, problem: time.lineProblem(outcome.problem) });
    case 'replaced':
      return show(deps, outcome.department, shown, { kind: 'shown', line, problem: time.replaced(outcome.until) });
    case 'day passed':
      return words(time.dayPassed(outcome.until));
    case 'decided': {
      const { isGranted, by, at } = outcome.decision;
      return words(time.decidedAlready(isGranted, by.name, at));
    }
    case 'moot':
      return words(time.moot(standingOf(outcome.department).kind === 'answered'));
    default:
      return answerOutcome(deps, outcome, shown, line);
  }
}
