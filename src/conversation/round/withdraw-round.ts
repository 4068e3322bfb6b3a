import { currentRound } from '../../application/round/which-round.js';
import {
  type Consequences,
  type PrepareWithdrawalOutcome,
  prepareWithdrawal,
  withdrawRound,
} from '../../application/round/withdraw-round.js';
import { aboutRound, reopeningFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { doneCard } from '../../cards/round/done-card.js';
import { withdrawalCard } from '../../cards/round/withdrawal-card.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { type Answer, card, cardWithText } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { nameOfPress } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand } from '../row.js';
import { notToChange } from './change-form.js';
import { noCurrentRound } from './current-round.js';

/** *Træk tilbage …* shows what calling the round off means. */
export const prepareWithdrawalButton = button({
  name: VERBS.prepareWithdrawal,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => prepareWithdrawal(deps, { roundId, address }),
  present: prepared,
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
  said: {
    da: ['træk*|kald* ROUND tilbage', 'aflys*|annuller* ROUND', 'drop ROUND'],
    en: ['withdraw|cancel round', 'call off round'],
  },
  parse: itsWordsAlone,
  run: async (deps, _, { address, meantRound }) => {
    const current = await currentRound(deps, address.tenantId, meantRound);
    return current.kind === 'round'
      ? prepareWithdrawal(deps, { roundId: current.overview.round.id, address })
      : current;
  },
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'no round':
      case 'which round?':
        return noCurrentRound(deps, outcome, { command: 'round.write-withdrawal' });
      default:
        return prepared(deps, outcome);
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
  present(deps, outcome, { reason }) {
    const { render, messages, ids } = deps;
    switch (outcome.kind) {
      case 'withdrawing':
        return card(doneCard(render, messages, messages.withdrawal.underWay(), outcome.round.id, ids.next()));
      case 'refused':
        return shown(deps, outcome, reason, outcome.problem);
      default:
        return notToChange(deps, outcome);
    }
  },
});

function prepared(deps: Deps, outcome: PrepareWithdrawalOutcome): Answer {
  return outcome.kind === 'consequences' ? shown(deps, outcome, '', undefined) : notToChange(deps, outcome);
}

function shown(
  { render, messages, ids }: Deps,
  consequences: Consequences,
  reason: string,
  problem: CommentProblem | undefined,
): Answer {
  const drawn = withdrawalCard(render, messages, { ...consequences, reason, problem }, ids.next());
  return problem === undefined
    ? card(drawn)
    : cardWithText(messages, drawn, messages.withdrawal.reasonRefused(problem), [reason]);
}
