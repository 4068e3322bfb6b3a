import { currentRound } from '../../application/round/which-round.js';
import { type OpenRound, openRoundsCard } from '../../cards/round/rounds-card.js';
import { statusCard } from '../../cards/round/status-card.js';
import { deskOf } from '../../domain/round/desk.js';
import { byDeadline } from '../../domain/round/open-rounds.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { card, messagesOf } from '../answer.js';
import type { Deps } from '../dependencies.js';
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
  run: async (deps, _, { address: { tenantId }, meantRound }) => {
    const [outcome, teams] = await Promise.all([
      currentRound(deps, tenantId, meantRound),
      deps.knownTeams.list(tenantId),
    ]);
    if (outcome.kind === 'which round?') return { kind: 'several', overviews: await overviewsOf(deps, outcome.open) };
    return outcome.kind === 'round' ? { ...outcome, teams } : outcome;
  },
  present(deps, outcome) {
    const { render, messages, clock, ids } = deps;
    if (outcome.kind === 'several') {
      const open = outcome.overviews.map((overview) => openRoundOf(overview, clock.now()));
      return { ...card(openRoundsCard(render, messages, open, ids.next())), summary: messages.desk.list.openHeading };
    }
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.status' });
    const { overview, teams } = outcome;
    const shown = statusCard(render, messages, overview, clock.now(), ids.next(), undefined, undefined, teams);
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});

/** How many open rounds are shown. Our choice: a municipality has two or three, and *runder* shows all. */
const OPEN_SHOWN = 10;

/** The open rounds, the nearest deadline first. */
async function overviewsOf(
  { rounds }: Pick<Deps, 'rounds'>,
  open: readonly Round[],
): Promise<readonly RoundOverview[]> {
  const nearest = open.toSorted(byDeadline).slice(0, OPEN_SHOWN);
  const read = await Promise.all(nearest.map(({ id }) => rounds.readOverview(id)));
  return read.flatMap((overview) => overview ?? []);
}

function openRoundOf(overview: RoundOverview, now: Date): OpenRound {
  const { progress, needs } = deskOf(overview, now);
  const { answered, asked } = progress;
  return { round: overview.round, answered: answered.length, asked, needs: needs.length };
}
