import type { DepartmentFormFacts } from '../../application/channel/open-department-form.js';
import {
  type DepartmentForm,
  type DepartmentFormValues,
  departmentFormCard,
  type FormChannel,
  type FormPerson,
  NOBODY,
  USUAL_LANGUAGE,
} from '../../cards/channel/department-form.js';
import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { DepartmentFormProblem } from '../../domain/channel/department-form.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import { whyNotReached } from '../../domain/channel/reach.js';
import { eachOnce } from '../../domain/person.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, cardWithText } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** What the form shows besides what is stored. */
export interface ShownForm {
  /** What was sent; undefined shows what is stored. */
  readonly values?: DepartmentFormValues;
  readonly problems?: readonly DepartmentFormProblem[];
  readonly cardId: string | undefined;
}

/** The form for a department: in a dialog where the press came from one or asks for one, and otherwise as a card. */
export function departmentForm(
  { render, messages, ids }: Pick<Deps, 'render' | 'messages' | 'ids'>,
  facts: DepartmentFormFacts,
  { surface }: ChannelAct,
  { values, problems = [], cardId }: ShownForm,
): Answer {
  const { placed } = facts;
  const { edit, add } = messages.departmentForm;
  const form: DepartmentForm = {
    about: placed && { id: placed.department.id, name: placed.department.name },
    values: values ?? (placed === undefined ? EMPTY : valuesOf(placed)),
    roster: rosterIn(facts),
    present: placed === undefined ? [] : presentPeople(placed, facts),
    channels: formChannels(facts.teams, placed),
    problems,
  };
  const drawn = departmentFormCard(render, messages, form, { surface, cardId, nonce: ids.next() });
  const title = placed === undefined ? add : edit;
  if (surface === 'dialog') return { kind: 'dialog', title, card: drawn, size: 'large' };
  const said = problems.map(messages.departmentForm.problem).join(' ');
  return cardWithText(messages, drawn, said, []);
}

const EMPTY: DepartmentFormValues = {
  name: '',
  heads: [],
  deputies: [],
  director: NOBODY,
  approval: true,
  language: USUAL_LANGUAGE,
  channel: '',
  search: '',
};

function valuesOf({ department, address }: PlacedDepartment): DepartmentFormValues {
  const { name, heads, deputies, director, approval, language } = department;
  return {
    name,
    heads: heads.map(({ id }) => id),
    deputies: deputies.map(({ id }) => id),
    director: director?.id ?? NOBODY,
    approval,
    language: language ?? USUAL_LANGUAGE,
    channel: address.channelId,
    search: '',
  };
}

function rosterIn({ placed, roster }: DepartmentFormFacts): DepartmentForm['roster'] {
  // A form for a department that is to be added has no people.
  if (placed === undefined) return { members: [], isWhole: true, hasForeigners: false };
  if (roster === undefined) return undefined;
  const own = roster.members.filter(({ isForeign }) => !isForeign);
  return {
    members: own.map(({ person, isGuest }) => ({ person, isGuest, hasLeft: false })),
    isWhole: roster.isWhole,
    hasForeigners: own.length < roster.members.length,
  };
}

/** The people whom the department has. A director need not be in the team, so nobody says that a director has left it. */
function presentPeople({ department, left }: PlacedDepartment, { roster }: DepartmentFormFacts): readonly FormPerson[] {
  const { heads, deputies, director } = department;
  const isWholeRoster = roster?.isWhole === true;
  const isMember = (id: string) => roster?.members.some(({ person }) => person.id === id) === true;
  const leaders = eachOnce([...heads, ...deputies]).map((person) => ({
    person,
    isGuest: false,
    hasLeft: left.includes(person.id) || (isWholeRoster && !isMember(person.id)),
  }));
  const isLeader = leaders.some(({ person }) => person.id === director?.id);
  return director === undefined || isLeader
    ? leaders
    : [...leaders, { person: director, isGuest: false, hasLeft: false }];
}

/** The channels in which a department can answer: its present one first, then those of its team. */
function formChannels(teams: readonly KnownTeam[], placed: PlacedDepartment | undefined): readonly FormChannel[] {
  const present = placed?.address.channelId;
  const own = teams.find(({ teamId, channels }) =>
    present === undefined ? false : teamId === placed?.address.teamId || channels.some(({ id }) => id === present),
  );
  const others = teams
    .filter((team) => team !== own)
    .toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'da'));
  const open = [...(own === undefined ? [] : [own]), ...others].flatMap(openChannels);
  const first = open.find(({ channelId }) => channelId === present);
  // The department's channel stands in the list even where nothing can be written in it now.
  const shown = present === undefined ? [] : [first ?? { channelId: present, place: placeIn(present, own) }];
  return [...shown, ...open.filter(({ channelId }) => channelId !== present)];
}

function openChannels(team: KnownTeam): readonly FormChannel[] {
  return team.channels
    .filter(
      ({ id, kind }) =>
        kind === 'standard' && whyNotReached({ teamId: team.teamId, channelId: id }, [team]) === undefined,
    )
    .map(({ id }) => ({ channelId: id, place: placeIn(id, team) }));
}

function placeIn(channelId: string, team: KnownTeam | undefined): FormChannel['place'] {
  const channel = team?.channels.find(({ id }) => id === channelId)?.name;
  return { channel, team: team?.name, isFirst: channelId === team?.teamId };
}
