import { VERBS } from '../cards/buttons.js';
import { noticeCard } from '../cards/notice-card.js';
import { type Spot, spotOf } from '../cards/spot.js';
import { card } from './answer.js';
import { isOpener } from './own-message.js';
import { button } from './row.js';

/**
 * *Fortryd* and *Luk* take a message away that somebody has opened. Only that person can take it away for everyone, who
 * may be writing in it.
 */
export const closeMessageButton = button({
  name: VERBS.closeMessage,
  where: ['secretariat'],
  right: 'run rounds',
  parse: (fields): { readonly spot: Spot | undefined } => ({ spot: spotOf(fields) }),
  run: async (_, { spot }, { by }): Promise<{ readonly kind: 'taken away' | 'stays' }> => ({
    kind: spot?.kind !== 'own message' || isOpener(spot, by.id) ? 'taken away' : 'stays',
  }),
  present({ render, messages }, { kind }) {
    const { desk } = messages;
    if (kind === 'stays') return card(noticeCard(render, messages, desk.messageStays()));
    return { ...card(noticeCard(render, messages, desk.messageClosed())), forAll: 'taken away' };
  },
});
