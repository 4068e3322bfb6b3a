import { openRoundForm } from '../../application/round/plan-round.js';
import { newRoundForm } from '../../cards/round/round-cards.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { roundForm } from './round-form-answer.js';

/** *ny runde* shows the form for a new round. */
export const newRound = channelCommand({
  name: 'round.new',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ newRound: said }) => said,
  phrases: { da: ['ny runde'], en: ['new round'] },
  parse: itsWordsAlone,
  run: (deps, _, { address }) => openRoundForm(deps, address.tenantId),
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'no departments':
        return words(deps.messages.notices.noDepartments());
      case 'form': {
        const { messages, clock } = deps;
        return roundForm(deps, newRoundForm(messages, outcome.departments, danishDayOf(clock.now())));
      }
    }
  },
});
