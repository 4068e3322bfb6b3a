import { currentRound } from '../../application/round/which-round.js';
import { planCard } from '../../cards/round/plan-card.js';
import { card, messagesOf } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *vis plan* shows which departments are reminded when in the newest round, and lets the secretariat change the plan. */
export const showPlan = channelCommand({
  name: 'round.plan',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ plan }) => plan,
  phrases: {
    da: ['vis plan', 'plan', 'planen', 'vis planen', 'påmindelser'],
    en: ['show plan', 'show the plan', 'reminders'],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.plan' });
    const { render, messages, clock, ids } = deps;
    const shown = planCard(render, messages, outcome.overview, clock.now(), ids.next());
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});
