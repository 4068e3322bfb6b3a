import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { WhyNotReached } from '../../domain/channel/reach.js';
import type { DepartmentId } from '../../domain/ids.js';
import { CHOICES_MAX } from '../../domain/limits.js';
import type { PlaceName, ShownProblem } from '../../text/channel/setting-up-words.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { cardButton, opensDialog } from '../card-buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { plainName } from './plain-name.js';

/** What the field for the place in the order sends for the first one. */
export const FIRST_PLACE = '*';

/** The data of the button that opens the form for a department that is to be added. */
export const A_NEW_ONE = { of: 'new' } as const;

/** In the data of the button that sorts all departments, beside `VERBS.moveDepartment`. */
export const BY_NAME = { sort: 'name' } as const;

/** For the buttons that need nothing of what is typed or chosen. */
const SENDS_NO_FIELDS = { associatedInputs: 'none' } as const;

/** A department on the card. */
export interface ShownDepartment extends PlacedDepartment {
  readonly place: PlaceName;
  readonly whyNotReached: WhyNotReached | undefined;
}

/** A channel that is nobody's. */
export interface ShownChannel {
  readonly channelId: string;
  readonly place: PlaceName;
  /** What a department in it would be called; undefined where nothing tells. */
  readonly proposal: string | undefined;
  /** Whether the bot can write there: it cannot in private and shared channels. */
  readonly isOpen: boolean;
}

/** What the card shows. */
export interface ShownSetup {
  /** In the notat's order. */
  readonly departments: readonly ShownDepartment[];
  readonly unbound: readonly ShownChannel[];
  readonly wrong: readonly ShownProblem[];
  readonly knowsTeams: boolean;
}

/** What the last press came to. */
export interface SetupPress {
  /** What was done, and what was not, a sentence or two each. */
  readonly said: readonly string[];
  readonly isDone: boolean;
  /** The fields as they were sent, where they are to be shown again. */
  readonly values?: SetupValues;
}

/** The fields of the card, as they are sent. */
export interface SetupValues {
  readonly bind: readonly string[] | undefined;
  readonly department: DepartmentId | undefined;
  readonly after: string;
}

/**
 * The lines about departments go first, because the lists below have their names too. Channels that are left out come
 * when those that are shown are bound. The list of departments is whole or is not there: in a shortened list, the one that
 * a person looks for could be missing.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'details', to: 0 },
    { part: 'lines', to: 0 },
  ],
  [{ part: 'choices', to: 20 }],
  [{ part: 'wrong', to: 3 }],
  [{ part: 'order', to: 0 }],
  [{ part: 'listed', to: 0 }],
  [{ part: 'choices', to: 0 }],
] as const;

/** The card *Opsætning*. @param press what the press was that it answers; undefined where it was asked for */
export function setupCard(
  render: CardRenderer,
  messages: Messages,
  shownSetup: ShownSetup,
  nonce: string,
  press?: SetupPress,
): Card {
  const { settingUp: words } = messages;
  const { departments, unbound, wrong, knowsTeams } = shownSetup;
  const proposed = unbound.filter(({ isOpen, proposal }) => isOpen && proposal !== undefined);
  const without = unbound.filter(({ isOpen, proposal }) => isOpen && proposal === undefined).length;
  const closed = unbound.filter(({ isOpen }) => !isOpen).length;
  const values = press?.values;
  const data = { nonce };
  const canBeListed = departments.length > 0 && departments.length <= CHOICES_MAX;
  const departmentChoices = departments.map(({ department: { id, name } }) => ({
    title: literalText(name),
    value: id,
  }));
  const whole = {
    details: departments.length,
    lines: departments.length,
    choices: Math.min(proposed.length, CHOICES_MAX),
    wrong: wrong.length,
    order: departments.length > 1 && canBeListed ? 1 : 0,
    listed: canBeListed ? 1 : 0,
  };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) => {
    const offered = proposed.slice(0, shown.choices);
    const chosen = values?.bind ?? offered.map(({ channelId }) => channelId);
    const wrongLines: readonly string[] = [
      ...wrong.slice(0, shown.wrong).map(words.problem),
      ...(shown.wrong < wrong.length ? [words.moreWrong(wrong.length - shown.wrong)] : []),
    ];
    const unboundRemarks = [
      ...(shown.choices < proposed.length ? [words.moreUnbound(proposed.length - shown.choices)] : []),
      ...(without > 0 ? [words.withoutProposal(without)] : []),
      ...(closed > 0 ? [words.notOpen(closed)] : []),
    ];
    const lines = departments.slice(0, shown.lines);
    const isBinding = offered.length > 0;
    const isListed = shown.listed === 1;
    return render('setup', {
      lang: messages.lang,
      fallbackText: words.heading,
      labels: {
        heading: words.heading,
        wrong: words.wrong,
        unbound: words.unbound,
        bindExplain: words.bindExplain,
        bindField: words.bindField,
        departments: words.departments,
        department: words.department,
        chooseOne: words.chooseOne,
        choosePlace: words.choosePlace,
        after: words.after,
        first: words.first,
      },
      intro: introOf(messages, shownSetup),
      hasSaid: press !== undefined && press.said.length > 0,
      saidStyle: press?.isDone === true ? 'good' : 'attention',
      said: paragraphs(press?.said ?? []),
      hasWrong: wrong.length > 0,
      wrong: paragraphs(wrongLines),
      hasUnbound: unbound.length > 0,
      hasChoices: isBinding,
      chosen: offered
        .map(({ channelId }) => channelId)
        .filter((channelId) => chosen.includes(channelId))
        .join(','),
      choices: offered.map(({ channelId, place, proposal = '' }) => ({
        title: words.proposal(literalText(proposal), plainPlace(place)),
        value: channelId,
      })),
      unboundRemarks: paragraphs(unboundRemarks),
      bindActions: [cardButton({ title: words.bind, verb: VERBS.bindChannels, data, style: 'positive' })],
      hasDepartments: departments.length > 0,
      isListed,
      departments: lines.map((each, index) => ({
        inlines: [
          { type: 'TextRun', text: `${index + 1}. ${each.department.name}`, weight: 'Bolder' },
          ...(index < shown.details ? [{ type: 'TextRun', text: ` – ${detailsOf(messages, each)}` }] : []),
        ],
      })),
      departmentRemarks: paragraphs(
        !isListed
          ? [words.tooManyToList(departments.length)]
          : shown.lines < departments.length
            ? [words.moreDepartments(departments.length - shown.lines)]
            : [],
      ),
      department: values?.department ?? '',
      departmentChoices,
      hasDepartmentActions: knowsTeams || departments.length > 0,
      departmentActions: [
        ...(isListed ? [opensDialog({ title: words.edit, verb: VERBS.editDepartment, data })] : []),
        opensDialog({
          title: words.add,
          verb: VERBS.editDepartment,
          data: { ...A_NEW_ONE, ...data },
          ...SENDS_NO_FIELDS,
        }),
        ...(shown.order === 1
          ? [{ type: 'Action.ToggleVisibility', title: words.reorder, targetElements: ['order'] }]
          : []),
      ],
      hasOrder: shown.order === 1,
      isOrderShown: values !== undefined && values.after !== '',
      firstPlace: FIRST_PLACE,
      after: values?.after ?? '',
      orderActions: [
        cardButton({ title: words.move, verb: VERBS.moveDepartment, data }),
        cardButton({ title: words.sort, verb: VERBS.moveDepartment, data: { ...BY_NAME, ...data } }),
      ],
      actions: [
        ...(departments.length === 0
          ? []
          : [
              cardButton({
                title: words.newRound,
                verb: VERBS.openRoundForm,
                data,
                ...SENDS_NO_FIELDS,
                ...(isBinding ? {} : { style: 'positive' as const }),
              }),
            ]),
        cardButton({ title: words.refresh, verb: VERBS.refreshSetup, data, ...SENDS_NO_FIELDS }),
      ],
    });
  }).card;
}

/** How many departments there are, and how to get there where nothing on the card leads on. */
function introOf({ settingUp: words }: Messages, { departments, unbound, knowsTeams }: ShownSetup): string {
  if (departments.length > 0 || unbound.length > 0) return words.intro(departments.length);
  return knowsTeams ? words.noChannels : words.noTeams;
}

function detailsOf({ settingUp: words }: Messages, shown: ShownDepartment): string {
  const { heads, deputies, director } = shown.department;
  return [
    words.place(shown.place),
    ...(shown.whyNotReached === undefined ? [] : [words.notReached]),
    words.heads(heads),
    ...(deputies.length === 0 ? [] : [words.deputies(deputies)]),
    ...(director === undefined ? [] : [words.director(director)]),
  ].join(' · ');
}

function paragraphs(texts: readonly string[]): readonly CardParagraph[] {
  return texts.map((text) => ({ text }));
}

function plainPlace({ channel, team, isFirst }: PlaceName): PlaceName {
  const plain = (name: string | undefined) => (name === undefined ? undefined : plainName(name) || undefined);
  return { channel: plain(channel), team: plain(team), isFirst };
}
