import { DEPARTMENT_NAME_MAX } from '../../domain/limits.js';
import { deskOf, waitingOrMissing } from '../../domain/round/desk.js';
import type { RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { shortened } from '../../text/shortened.js';
import { roundPressData, VERBS } from '../buttons.js';
import { cardButton } from '../card-buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData } from '../spot.js';
import { leaveButton } from './desk-actions.js';

export interface FoundDepartments {
  readonly overview: RoundOverview;
  /** As it was typed; empty where nothing has been looked for. */
  readonly search: string;
  /** Those that are called so. */
  readonly found: readonly RoundDepartment[];
  readonly spot?: Spot | undefined;
}

/** Names beyond a screen or two are not looked through. Our choice: the field is quicker then. */
const CHOICES_SHOWN_MAX = 100;

/** A list from which entries are left out says so. */
const ORDER_OF_LOSS = [[{ part: 'choices', to: 0 }]] as const;

/**
 * Finds a department in a round of very many, by a part of its name. Until something is looked for, its list has those that
 * wait for the secretariat or are missing.
 */
export function findDepartmentCard(
  render: CardRenderer,
  messages: Messages,
  { overview, search, found, spot }: FoundDepartments,
  now: Date,
  nonce: string,
): Card {
  const { status, finding: words } = messages;
  const { round } = overview;
  const isLooking = search.trim() !== '';
  const offered = isLooking ? found : waitingOrMissing(deskOf(overview, now));
  const most = Math.min(offered.length, CHOICES_SHOWN_MAX);
  return cardThatFits(ORDER_OF_LOSS, { choices: most }, ({ choices }) => {
    const listed = offered.slice(0, choices);
    const said = isLooking ? words.found(offered.length) : words.waitingOrMissing(offered.length);
    return render('find-department', {
      lang: messages.lang,
      fallbackText: words.heading,
      labels: {
        heading: words.heading,
        field: words.field,
        placeholder: words.placeholder,
        choose: status.choose,
        show: status.show,
      },
      title: round.plan.ask.title,
      search: shortened(search, DEPARTMENT_NAME_MAX),
      findActions: [
        cardButton({
          title: words.find,
          verb: VERBS.findDepartment,
          data: roundPressData(VERBS.findDepartment, round.id, nonce, spot),
        }),
      ],
      said: [said, ...(listed.length < offered.length ? [words.notAll(listed.length)] : [])].map((text) => ({ text })),
      hasChoices: listed.length > 0,
      choices: listed.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      chosen: listed[0]?.department.id ?? '',
      // The department's id comes from the list, so it is not in the data.
      showData: { verb: VERBS.showDepartment, roundId: round.id, nonce, ...spotData(spot) },
      actions: [cardButton(leaveButton(messages, round.id, nonce, spot, true))],
    });
  }).card;
}
