import { currentRound } from '../../application/round/which-round.js';
import { dryRunCard, nextLine } from '../../cards/round/plan-card.js';
import { comingReminders } from '../../domain/coming-reminders.js';
import { card, messagesOf, words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *ryk --prøv* shows what the bot would send now by itself. It changes nothing. Phones make a dash of two hyphens. */
export const tryReminding = channelCommand({
  name: 'round.try-reminding',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ tryReminding: said }) => said,
  phrases: {
    da: ['ryk --prøv', 'ryk prøv', 'ryk -prøv', 'ryk –prøv', 'ryk —prøv', 'ryk – prøv', 'ryk — prøv', 'prøv at rykke'],
    en: ['remind --dry-run', 'remind –dry-run', 'remind —dry-run', 'remind dry run', 'dry run', 'dry-run'],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.try-reminding' });
    const { render, messages, clock } = deps;
    const shown = dryRunCard(render, messages, outcome.overview, clock.now());
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});

/** *ryk* alone: nobody needs to, and whoever wants to remind a single department is told how. */
export const explainReminding = channelCommand({
  name: 'round.explain-reminding',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ explainReminding: said }) => said,
  phrases: { da: ['ryk', 'ryk alle', 'rykker', 'rykkere'], en: ['remind', 'remind all', 'remind everyone'] },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.explain-reminding' });
    const { messages, clock } = deps;
    const next = nextLine(messages, comingReminders(outcome.overview, clock.now()));
    const answer = words(messages.reminderPlan.byThemselves(next));
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, answer));
  },
});
