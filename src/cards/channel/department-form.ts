import { calledSo } from '../../domain/channel/called.js';
import type { DepartmentFormProblem } from '../../domain/channel/department-form.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { CHOICES_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import type { OfferedPeople } from '../../text/channel/department-form-words.js';
import type { PlaceName } from '../../text/channel/setting-up-words.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { type CardButton, cardButton, dialogButton } from '../card-buttons.js';
import { fitsInTeams } from '../card-size.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { shownNames } from '../shown-names.js';
import { plainName } from './plain-name.js';

/** What the field for the director sends where there is none. */
export const NOBODY = '*';

/** What the field for the language sends for the bot's own. */
export const USUAL_LANGUAGE = '*';

/** The fields as they are sent, before anything is checked. */
export interface DepartmentFormValues {
  readonly name: string;
  /** Entra object ids, as are `deputies` and `director`. */
  readonly heads: readonly string[];
  readonly deputies: readonly string[];
  readonly director: string;
  readonly approval: boolean;
  readonly language: string;
  readonly channel: string;
  readonly search: string;
}

/** Somebody who can be chosen. */
export interface FormPerson {
  readonly person: Person;
  readonly isGuest: boolean;
  /** Whether the person is no longer in the team, and is offered only because the department has them. */
  readonly hasLeft: boolean;
}

/** The people of the channel's team; `undefined` where Teams does not tell them. */
export interface FormRoster {
  readonly members: readonly FormPerson[];
  readonly isWhole: boolean;
  /** Whether people of other organisations are in the team. They cannot be chosen. */
  readonly hasForeigners: boolean;
}

export interface FormChannel {
  readonly channelId: string;
  readonly place: PlaceName;
}

/** The content of the form for a department. */
export interface DepartmentForm {
  /** undefined for a department that is to be added. */
  readonly about: { readonly id: DepartmentId; readonly name: string } | undefined;
  readonly values: DepartmentFormValues;
  readonly roster: FormRoster | undefined;
  /** The people whom the department has. They can be chosen even where the team's roster does not have them. */
  readonly present: readonly FormPerson[];
  /** The present channel first, then those of its team. */
  readonly channels: readonly FormChannel[];
  readonly problems: readonly DepartmentFormProblem[];
}

/** Where the form is drawn. */
export interface FormPlace {
  readonly surface: 'card' | 'dialog';
  /** The message with the card that the dialog was opened from, which is drawn anew when the form is stored. */
  readonly cardId: string | undefined;
  readonly nonce: string;
}

/** More people than this never fit three lists of one card. Our choice: some more than do fit. */
const OFFERED_AT_ONCE = 250;

const ORDER_OF_LOSS = [[{ part: 'channels', to: 1 }], [{ part: 'found', to: 0 }]] as const;

/** The form for a department. Where the team has more people than there is room for, they are searched for by name. */
export function departmentFormCard(
  render: CardRenderer,
  messages: Messages,
  form: DepartmentForm,
  place: FormPlace,
): Card {
  const { roster, present, values } = form;
  const channels = Math.min(form.channels.length, CHOICES_MAX);
  const draw = (people: readonly FormPerson[], offered: OfferedPeople, shown: number) =>
    drawn(render, messages, form, place, { people, offered, channels: form.channels.slice(0, shown) });
  if (roster === undefined) {
    return cardThatFits([ORDER_OF_LOSS[0]], { channels }, (shown) =>
      draw(present, { kind: 'not told' }, shown.channels),
    ).card;
  }
  const members = sorted(everyone(present, roster.members));
  if (form.about === undefined || (roster.isWhole && members.length <= OFFERED_AT_ONCE)) {
    const all = draw(members, { kind: 'all' }, channels);
    if (form.about === undefined || fitsInTeams(all)) return all;
  }
  const chosen = new Set([...values.heads, ...values.deputies, values.director]);
  const kept = members.filter((each) => chosen.has(each.person.id) || present.some((one) => isSame(one, each)));
  const found = calledSo(roster.members, values.search).filter((each) => !kept.some((one) => isSame(one, each)));
  return cardThatFits(ORDER_OF_LOSS, { channels, found: found.length }, (shown) => {
    const people = sorted([...kept, ...found.slice(0, shown.found)]);
    const offered: OfferedPeople =
      values.search.trim() === ''
        ? { kind: 'search first', members: roster.members.length, isWhole: roster.isWhole }
        : { kind: 'found', found: calledSo(roster.members, values.search).length, shown: shown.found };
    return draw(people, offered, shown.channels);
  }).card;
}

interface Drawn {
  readonly people: readonly FormPerson[];
  readonly offered: OfferedPeople;
  readonly channels: readonly FormChannel[];
}

function drawn(
  render: CardRenderer,
  messages: Messages,
  { about, values, roster, problems }: DepartmentForm,
  place: FormPlace,
  { people, offered, channels }: Drawn,
): Card {
  const { departmentForm: words, settingUp } = messages;
  const isNew = about === undefined;
  const heading = isNew ? words.add : words.edit;
  const told = words.offered(offered);
  const remarks = isNew
    ? []
    : [...(told === undefined ? [] : [told]), ...(roster?.hasForeigners === true ? [words.foreigners] : [])];
  const ids = people.map(({ person }) => person.id);
  const only = (chosen: readonly string[]) => chosen.filter((id) => ids.includes(id)).join(',');
  const buttons = buttonsOf(messages, about, place);
  const asButton = place.surface === 'dialog' ? dialogButton : cardButton;
  return render('department-form', {
    lang: messages.lang,
    fallbackText: heading,
    labels: {
      heading,
      explain: isNew ? words.explainAdd : words.explain,
      name: words.name,
      namePlaceholder: words.namePlaceholder,
      heads: words.heads,
      deputies: words.deputies,
      director: words.director,
      nobody: words.nobody,
      choosePerson: words.choosePerson,
      search: words.search,
      searchPlaceholder: words.searchPlaceholder,
      approval: words.approval,
      language: words.language,
      channel: words.channel,
      chooseChannel: words.chooseChannel,
    },
    hasName: !isNew,
    name: about?.name ?? '',
    hasProblems: problems.length > 0,
    problems: problems.map((problem) => ({ text: words.problem(problem) })),
    values: {
      name: values.name,
      heads: only(values.heads),
      deputies: only(values.deputies),
      director: ids.includes(values.director) ? values.director : NOBODY,
      search: values.search,
      approval: String(values.approval),
      language: LANGUAGES.some((language) => language === values.language) ? values.language : USUAL_LANGUAGE,
      channel: channels.some(({ channelId }) => channelId === values.channel) ? values.channel : '',
    },
    hasPeople: !isNew,
    nobody: NOBODY,
    people: choicesOf(messages, people),
    peopleRemarks: remarks.map((text) => ({ text })),
    hasSearch: !isNew && offered.kind !== 'all',
    searchActions: [asButton(buttons.find)],
    languages: [
      { title: words.usualLanguage, value: USUAL_LANGUAGE },
      ...LANGUAGES.map((language) => ({ title: words.languages[language], value: language })),
    ],
    channels: channels.map(({ channelId, place: of }) => ({
      title: plainName(settingUp.place(of)),
      value: channelId,
    })),
    actions: [
      asButton(buttons.save),
      ...(place.surface === 'card' ? [asButton(buttons.back)] : []),
      ...(isNew ? [] : [asButton(buttons.retire)]),
    ],
  });
}

const LANGUAGES: readonly Language[] = ['da', 'en'];

function buttonsOf(
  { departmentForm: words, settingUp }: Messages,
  about: DepartmentForm['about'],
  place: FormPlace,
): { readonly [Name in 'save' | 'find' | 'retire' | 'back']: CardButton } {
  const data = formData(about?.id, place);
  return {
    save: { title: words.save, verb: VERBS.saveDepartment, data, style: 'positive' },
    find: { title: words.find, verb: VERBS.departmentForm, data },
    retire: { title: words.retire, verb: VERBS.retireDepartment, data },
    back: { title: settingUp.back, verb: VERBS.refreshSetup, data: { nonce: place.nonce }, associatedInputs: 'none' },
  };
}

/** The data of a button on the form. @param id undefined for a department that is to be added */
export function formData(id: DepartmentId | undefined, { cardId, nonce }: FormPlace): object {
  return {
    ...(id === undefined ? {} : { departmentId: id }),
    ...(cardId === undefined ? {} : { cardId }),
    nonce,
  };
}

function choicesOf({ departmentForm: words, told }: Messages, people: readonly FormPerson[]) {
  const names = shownNames(
    people.map(({ person }) => person),
    told.unnamed,
  );
  return people.map(({ person, isGuest, hasLeft }, index) => {
    const name = names[index] ?? told.unnamed;
    const title = hasLeft ? words.left(name) : isGuest ? words.guest(name) : name;
    return { title, value: person.id };
  });
}

/** Those of the team, and those of the department whom the roster does not have. */
function everyone(present: readonly FormPerson[], members: readonly FormPerson[]): readonly FormPerson[] {
  return [...members, ...present.filter((one) => !members.some((each) => isSame(one, each)))];
}

function isSame(one: FormPerson, other: FormPerson): boolean {
  return one.person.id === other.person.id;
}

function sorted(people: readonly FormPerson[]): readonly FormPerson[] {
  return people.toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'da'));
}
