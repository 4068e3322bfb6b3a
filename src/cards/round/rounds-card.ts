import type { Round } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { roundPressData, VERBS } from '../buttons.js';
import { type CardButton, cardButton } from '../card-buttons.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';

/** A round in the list, with what can be done from there. */
export interface RoundEntry {
  readonly title: string;
  readonly lines: readonly CardParagraph[];
  readonly buttons: readonly CardButton[];
}

/** A page of the rounds, as they are looked for. */
export interface RoundsPage {
  readonly rounds: readonly Round[];
  readonly search: string;
  readonly from: number;
  readonly next: number | undefined;
  readonly looked: number | undefined;
}

/** How far an open round is. */
export interface OpenRound {
  readonly round: Round;
  readonly answered: number;
  readonly asked: number;
  /** How many things wait for the secretariat. */
  readonly needs: number;
}

/** The open rounds, a line for each, with a button that opens its overview. */
export function openRoundsCard(
  render: CardRenderer,
  messages: Messages,
  open: readonly OpenRound[],
  nonce: string,
): Card {
  const { list } = messages.desk;
  const entries = open.map(({ round, answered, asked, needs }, index) => ({
    title: list.round(index + 1, round.plan.ask.title),
    lines: [{ text: stateOf(messages, round) }, { text: list.progress(answered, asked, needs) }],
    buttons: [openButton(messages, round, index + 1, nonce)],
  }));
  return roundsCardOf(render, messages, {
    heading: list.openHeading,
    entries,
    search: undefined,
    said: [],
    actions: [],
  });
}

/** The list of all rounds, from which a round is opened, or its notat fetched; with a field to find an older one. */
export function roundsCard(render: CardRenderer, messages: Messages, page: RoundsPage, nonce: string): Card {
  const { list } = messages.desk;
  const { rounds, search, from, next, looked } = page;
  const entries = rounds.map((round, index) => ({
    title: list.round(from + index + 1, round.plan.ask.title),
    lines: [{ text: stateOf(messages, round) }],
    buttons: buttonsOf(messages, round, from + index + 1, nonce),
  }));
  const none = search === '' && from === 0 ? list.none : list.noneFound;
  // What stands in the field is sent with each of them.
  const find = (title: string, to: number): CardButton => ({
    title,
    verb: VERBS.findRounds,
    data: { from: to, nonce },
  });
  return roundsCardOf(render, messages, {
    heading: list.heading,
    entries,
    search,
    said: [
      ...(entries.length === 0 ? [{ text: none }] : []),
      ...(looked === undefined || next !== undefined ? [] : [{ text: list.notAll(looked) }]),
    ],
    actions: [
      find(list.find, 0),
      ...(next === undefined ? [] : [find(list.older, next)]),
      ...(from === 0 ? [] : [find(list.newest, 0)]),
    ],
  });
}

interface List {
  readonly heading: string;
  readonly entries: readonly RoundEntry[];
  readonly said: readonly CardParagraph[];
  /** undefined where nothing is looked for. */
  readonly search: string | undefined;
  readonly actions: readonly CardButton[];
}

function roundsCardOf(render: CardRenderer, messages: Messages, shown: List): Card {
  const { list } = messages.desk;
  const { heading, entries, said, search, actions } = shown;
  return render('rounds', {
    lang: messages.lang,
    fallbackText: heading,
    heading,
    labels: { search: list.search, searchPlaceholder: list.searchPlaceholder },
    entries: entries.map(({ title, lines, buttons }) => ({
      title,
      lines,
      buttons: buttons.length > 0 ? [{ actions: buttons.map(cardButton) }] : [],
    })),
    said,
    hasSearch: search !== undefined,
    search: search ?? '',
    actions: actions.map(cardButton),
  });
}

function stateOf({ desk, trial }: Messages, { state, plan, closedAt, finals }: Round): string {
  const words =
    state === 'closed' && closedAt !== undefined
      ? desk.list.closed(closedAt, finals)
      : desk.list.state(state, plan.ask.deadline);
  return plan.ask.isTrial ? `${trial.openHeading}. ${words}` : words;
}

function buttonsOf(messages: Messages, round: Round, number: number, nonce: string): readonly CardButton[] {
  if (round.state === 'planned') return [];
  const { list } = messages.desk;
  const notat: CardButton = {
    title: list.fetchNotat(number),
    verb: VERBS.showNotat,
    data: roundPressData(VERBS.showNotat, round.id, nonce),
    associatedInputs: 'none',
  };
  return [openButton(messages, round, number, nonce), ...(round.finals > 0 ? [notat] : [])];
}

function openButton({ desk }: Messages, round: Round, number: number, nonce: string): CardButton {
  return {
    title: desk.list.open(number),
    verb: VERBS.showDesk,
    data: roundPressData(VERBS.showDesk, round.id, nonce),
    associatedInputs: 'none',
  };
}
