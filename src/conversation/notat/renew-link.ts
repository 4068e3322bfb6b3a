import { showNotatAgain } from '../../application/notat/fetch-notat.js';
import { aboutNotat } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { notatCard } from '../../cards/notat/notat-card.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';

/** *Nyt link* shows the notat's card again, with a new link. */
export const renewLink = button({
  name: VERBS.renewLink,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutNotat,
  run: (deps, { roundId, notatId }, { address }) =>
    showNotatAgain(deps, { tenantId: address.tenantId, roundId, notatId }),
  present(deps, recorded, { roundId, notatId }, { address: { tenantId } }) {
    const { render, messages, links, clock, ids } = deps;
    if (recorded === undefined) return words(messages.notices.unknownNotat());
    const link = links.create({ tenantId, roundId, notatId }, clock.now());
    return card(notatCard(render, messages, { ...recorded, link, nonce: ids.next() }));
  },
});
