import { type OpenRoundFormOutcome, openRoundForm } from '../../application/round/plan-round.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { emptyForm, roundForm } from './round-form-answer.js';

/** *ny runde* shows the form for a new round. */
export const newRound = channelCommand({
  name: 'round.new',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ newRound: said }) => said,
  phrases: { da: ['ny runde'], en: ['new round'] },
  parse: itsWordsAlone,
  run: (deps, _, { address }) => openRoundForm(deps, address.tenantId),
  present: newRoundAnswer,
});

/** The form, or, where nobody could be asked, words that say so. */
export function newRoundAnswer(deps: Deps, outcome: OpenRoundFormOutcome): Answer {
  switch (outcome.kind) {
    case 'no departments':
      return words(deps.messages.notices.noDepartments());
    case 'form':
      return roundForm(deps, emptyForm(deps, outcome));
  }
}
