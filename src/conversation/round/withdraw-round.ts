import { currentRound } from '../../application/round/which-round.js';
import {
  type Consequences,
  type PrepareWithdrawalOutcome,
  prepareWithdrawal,
  withdrawRound,
} from '../../application/round/withdraw-round.js';
import { prepareWithdrawalFields, reopeningFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { withdrawalCard } from '../../cards/round/withdrawal-card.js';
import { ON_FORM } from '../../cards/spot.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { isAsFilledIn } from '../../domain/round/changed-round.js';
import { type Answer, cardWithText } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { answersCommand, placed, type Shown, shownTo } from '../own-message.js';
import { nameOfPress } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand } from '../row.js';
import { notToChange } from './change-form.js';
import { noCurrentRound } from './current-round.js';
import { done } from './done.js';

/**
 * *Træk tilbage …* shows what calling the round off means. A form for changing the round in which something has been typed
 * stays as it is.
 */
export const prepareWithdrawalButton = button({
  name: VERBS.prepareWithdrawal,
  where: ['secretariat'],
  right: 'run rounds',
  parse: prepareWithdrawalFields,
  run: (deps, { roundId }, { address }) => prepareWithdrawal(deps, { roundId, address }),
  present(deps, outcome, { values, spot }, press) {
    const isTyped =
      values !== undefined && outcome.kind === 'consequences' && !isAsFilledIn(values, outcome.round.plan);
    return prepared(deps, outcome, shownTo(press, { spot: isTyped ? ON_FORM : spot }));
  },
});

/** *træk tilbage* shows the same for the newest round. */
export const prepareWithdrawalCommand = channelCommand({
  name: 'round.write-withdrawal',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ withdraw }) => withdraw,
  phrases: {
    da: ['træk tilbage', 'træk runden tilbage'],
    en: ['withdraw', 'withdraw the round'],
  },
  parse: itsWordsAlone,
  run: async (deps, _, { address, meantRound }) => {
    const current = await currentRound(deps, address.tenantId, meantRound);
    return current.kind === 'round'
      ? prepareWithdrawal(deps, { roundId: current.overview.round.id, address })
      : current;
  },
  present(deps, outcome, _, act) {
    switch (outcome.kind) {
      case 'no round':
      case 'which round?':
        return noCurrentRound(deps, outcome, { command: 'round.write-withdrawal' });
      default:
        return prepared(deps, outcome, answersCommand(act));
    }
  },
});

/** *Træk runden tilbage* calls the round off. */
export const withdrawRoundButton = button({
  name: VERBS.withdrawRound,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: reopeningFields,
  run: (deps, { roundId, nonce, reason }, act) => {
    const press = nameOfPress({ verb: VERBS.withdrawRound, nonce }, act, [reason]);
    return withdrawRound(deps, { roundId, address: act.address, by: act.by, press, reason });
  },
  present(deps, outcome, sent, act) {
    const at = shownTo(act, sent);
    switch (outcome.kind) {
      case 'withdrawing':
        return done(deps, deps.messages.withdrawal.underWay(), outcome.round.id, at);
      case 'refused':
        return shown(deps, outcome, at, sent.reason, outcome.problem);
      default:
        return notToChange(deps, outcome);
    }
  },
});

function prepared(deps: Deps, outcome: PrepareWithdrawalOutcome, at: Shown): Answer {
  return outcome.kind === 'consequences' ? shown(deps, outcome, at, '', undefined) : notToChange(deps, outcome);
}

function shown(
  deps: Deps,
  consequences: Consequences,
  at: Shown,
  reason: string,
  problem: CommentProblem | undefined,
): Answer {
  const { render, messages, ids } = deps;
  const said = problem === undefined ? '' : messages.withdrawal.reasonRefused(problem);
  return placed(deps, at, true, (spot) =>
    cardWithText(
      messages,
      withdrawalCard(render, messages, { ...consequences, reason, problem, spot }, ids.next()),
      said,
      [reason],
    ),
  );
}
