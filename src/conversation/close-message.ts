import { isClosable } from '../application/round/closable-message.js';
import { VERBS } from '../cards/buttons.js';
import { noticeCard } from '../cards/notice-card.js';
import { type Spot, spotOf } from '../cards/spot.js';
import { card, words } from './answer.js';
import { isOpener, onlyToPresser } from './own-message.js';
import { button } from './row.js';

/**
 * *Fortryd* and *Luk* take a message away that somebody has opened, and no other message (`isClosable`). Only that person can
 * take it away for everyone, who may be writing in it.
 */
export const closeMessageButton = button({
  name: VERBS.closeMessage,
  where: ['secretariat'],
  right: 'run rounds',
  parse: (fields): { readonly spot: Spot | undefined } => ({ spot: spotOf(fields) }),
  async run(
    deps,
    { spot },
    { by, address, posted },
  ): Promise<{ readonly kind: 'taken away' | 'stays' | 'not closed' }> {
    if (spot?.kind === 'own message' && !isOpener(spot, by.id)) return { kind: 'stays' };
    const isIt = posted === undefined || (await isClosable(deps, address.tenantId, posted));
    return { kind: isIt ? 'taken away' : 'not closed' };
  },
  present({ render, messages }, { kind }) {
    const { desk } = messages;
    switch (kind) {
      case 'stays':
        return onlyToPresser(card(noticeCard(render, messages, desk.messageStays())));
      case 'not closed':
        return words(desk.messageNotClosed());
      case 'taken away':
        return { ...card(noticeCard(render, messages, desk.messageClosed())), forAll: 'taken away' };
    }
  },
});
