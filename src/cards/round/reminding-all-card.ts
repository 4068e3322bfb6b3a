import { type RemindingAll, remindingAll } from '../../domain/round/reminding-all.js';
import { nameOfUnreadable, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { roundPressData, VERBS } from '../buttons.js';
import type { CardButton } from '../card-buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';
import { backButton } from './desk-actions.js';

/** The numbers stand above the names, so the names can be left out. */
const ORDER_OF_LOSS = [[{ part: 'names', to: 0 }]] as const;

/** Says in numbers and names who gets a reminder and who does not, before anybody is reminded. */
export function remindingAllCard(
  render: CardRenderer,
  messages: Messages,
  overview: RoundOverview,
  now: Date,
  nonce: string,
): Card {
  const { remindingAll: words } = messages.desk;
  const { round, departments } = overview;
  const all = remindingAll(overview, now);
  const count = all.reminded.length;
  const send: CardButton = {
    title: words.send(count),
    verb: VERBS.remindAll,
    data: roundPressData(VERBS.remindAll, round.id, nonce),
    style: 'positive',
    associatedInputs: 'none',
  };
  return cardThatFits(ORDER_OF_LOSS, { names: departments.length }, (shown) =>
    questionCard(render, messages, {
      heading: count === 0 ? words.nobodyHeading : words.heading,
      lines: [
        round.plan.ask.title,
        ...(count === 0 ? [] : [withNames(words.willBeReminded(count), all.reminded.map(nameOf), shown.names)]),
        ...notReminded(messages, all, shown.names),
      ],
      answers: [...(count === 0 ? [] : [send]), backButton(messages, round.id, nonce)],
    }),
  ).card;
}

function notReminded({ desk }: Messages, all: RemindingAll, names: number): readonly string[] {
  const { remindingAll: words } = desk;
  const groups = [
    [words.today, all.today.map(nameOf)],
    [words.waiting, all.waiting.map(nameOf)],
    [words.withoutCard, all.withoutCard.map(nameOf)],
    [words.unreadable, all.unreadable.map(nameOfUnreadable)],
  ] as const;
  return groups.flatMap(([why, of]) => (of.length === 0 ? [] : [withNames(`${why} (${of.length})`, of, names)]));
}

function withNames(words: string, names: readonly string[], most: number): string {
  const shown = [...names.slice(0, most), ...(most < names.length ? ['…'] : [])];
  return `${words}: ${shown.join(' · ')}`;
}

function nameOf({ department }: RoundDepartment): string {
  return department.name;
}
