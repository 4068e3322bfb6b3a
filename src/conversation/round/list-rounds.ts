import { type ListedRounds, listRounds } from '../../application/round/list-rounds.js';
import { type FindFields, findFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { roundsCard } from '../../cards/round/rounds-card.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { button, channelCommand } from '../row.js';

/** *runder* lists the open and the closed rounds, the newest first. */
export const listRoundsCommand = channelCommand({
  name: 'round.list',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ rounds }) => rounds,
  phrases: { da: ['runder', 'vis runder'], en: ['rounds', 'show rounds'] },
  parse: itsWordsAlone,
  run: (deps, _, { address: { tenantId } }) => listRounds(deps, { tenantId, search: '', from: 0 }),
  present: (deps, listed) => listAnswer(deps, listed, { search: '', from: 0 }),
});

/** *Søg*, *Ældre runder* and *Nyeste runder* on the list. */
export const findRoundsButton = button({
  name: VERBS.findRounds,
  where: ['secretariat'],
  right: 'run rounds',
  parse: findFields,
  run: (deps, { search, from }, { address: { tenantId } }) => listRounds(deps, { tenantId, search, from }),
  present: listAnswer,
});

function listAnswer({ render, messages, ids }: Deps, listed: ListedRounds, { search, from }: FindFields): Answer {
  return card(roundsCard(render, messages, { ...listed, search, from }, ids.next()));
}
