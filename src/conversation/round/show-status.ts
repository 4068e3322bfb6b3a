import { currentRound } from '../../application/round/which-round.js';
import { statusCard } from '../../cards/round/status-card.js';
import { card, messagesOf } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *status* shows who has answered in the newest round, and who is missing. */
export const showStatusCommand = channelCommand({
  name: 'round.status',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ status }) => status,
  phrases: { da: ['status'], en: ['status'] },
  parse: itsWordsAlone,
  run: (deps, _, { address }) => currentRound(deps, address.tenantId),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps);
    const { render, messages, clock, ids } = deps;
    const shown = statusCard(render, messages, outcome.overview, clock.now(), ids.next());
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});
