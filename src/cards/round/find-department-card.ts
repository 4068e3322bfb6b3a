import { DEPARTMENT_NAME_MAX } from '../../domain/limits.js';
import { deskOf, waitingOrMissing } from '../../domain/round/desk.js';
import {
  nameOfUnreadable,
  type RoundDepartment,
  type RoundOverview,
  type UnreadableDepartment,
} from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { shortened } from '../../text/shortened.js';
import { roundPressData, VERBS } from '../buttons.js';
import { cardButton } from '../card-buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData, whileFinding } from '../spot.js';
import { leaveButton } from './desk-actions.js';

export interface FoundDepartments {
  readonly overview: RoundOverview;
  /** As it was typed; empty where nothing has been looked for. */
  readonly search: string;
  /** Those that are called so. */
  readonly found: readonly RoundDepartment[];
  /** Those that are called so, and about which nothing can be shown. */
  readonly unreadable?: readonly UnreadableDepartment[];
  readonly spot?: Spot | undefined;
}

/** Names beyond a screen or two are not looked through. Our choice: the field is quicker then. */
const CHOICES_SHOWN_MAX = 100;

/** The most unreadable departments that are named; the others are counted. Our choice: as many as one line holds. */
const UNREADABLE_NAMED_MAX = 5;

/** A list from which entries are left out says so. */
const ORDER_OF_LOSS = [[{ part: 'choices', to: 0 }]] as const;

/**
 * Finds a department in a round of very many, by a part of its name. Until something is looked for, its list has those that
 * wait for the secretariat or are missing.
 */
export function findDepartmentCard(
  render: CardRenderer,
  messages: Messages,
  { overview, search, found, unreadable = [], spot }: FoundDepartments,
  now: Date,
  nonce: string,
): Card {
  const { status, finding: words } = messages;
  const searched = whileFinding(spot);
  const { round } = overview;
  const isLooking = search.trim() !== '';
  const isOpen = round.state === 'open' || round.state === 'starting';
  const desk = deskOf(overview, now);
  const offered = isLooking ? found : isOpen ? waitingOrMissing(desk) : desk.progress.outstanding;
  const unread = isLooking ? unreadable : overview.unreadable;
  const most = Math.min(offered.length, CHOICES_SHOWN_MAX);
  return cardThatFits(ORDER_OF_LOSS, { choices: most }, ({ choices }) => {
    const listed = offered.slice(0, choices);
    const count = offered.length;
    const state = words.state(round.state);
    const first = isLooking ? words.found(count) : isOpen ? words.waitingOrMissing(count) : words.missing(count);
    const named = unread.slice(0, UNREADABLE_NAMED_MAX).map((each) => literalText(nameOfUnreadable(each)));
    const said = [
      ...(state === undefined ? [] : [state]),
      // Where only an unreadable one is called so, it is not said that none is.
      ...(isLooking && count === 0 && unread.length > 0 ? [] : [first]),
      ...(unread.length === 0 ? [] : [words.unreadable(named, unread.length)]),
    ];
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
          data: roundPressData(VERBS.findDepartment, round.id, nonce, searched),
        }),
      ],
      said: [...said, ...(listed.length < offered.length ? [words.notAll(listed.length)] : [])].map((text) => ({
        text,
      })),
      hasChoices: listed.length > 0,
      choices: listed.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
      chosen: listed[0]?.department.id ?? '',
      // The department's id comes from the list, so it is not in the data.
      showData: { verb: VERBS.showDepartment, roundId: round.id, nonce, ...spotData(searched) },
      actions: [cardButton(leaveButton(messages, round.id, nonce, spot, true))],
    });
  }).card;
}
