import { newestNotat } from '../../application/notat/fetch-notat.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { notatCard } from '../../cards/notat/notat-card.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';

/** *Hent notatet* on the list of rounds shows the newest notat of a round, the final one where there is one. */
export const showNotatButton = button({
  name: VERBS.showNotat,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address: { tenantId } }) => newestNotat(deps, { roundId, tenantId }),
  present({ render, messages, links, clock, ids }, recorded, { roundId }, { address: { tenantId } }) {
    if (recorded === undefined) return words(messages.notices.unknownNotat());
    const link = links.create({ tenantId, roundId, notatId: recorded.record.id }, clock.now());
    return card(notatCard(render, messages, { ...recorded, link, nonce: ids.next(), isFromDesk: true }));
  },
});
