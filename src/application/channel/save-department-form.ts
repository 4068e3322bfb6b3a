import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { DepartmentFormProblem } from '../../domain/channel/department-form.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import { whyNotReached } from '../../domain/channel/reach.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { HEADS_MAX } from '../../domain/limits.js';
import { eachOnce, type Person } from '../../domain/person.js';
import { addDepartment } from './add-department.js';
import { changeDepartmentSetup, type DepartmentSetup } from './change-department-setup.js';
import {
  type DepartmentFormDependencies,
  type DepartmentFormFacts,
  openDepartmentForm,
} from './open-department-form.js';
import type { RegistrationDependencies } from './register-department.js';
import type { ChannelRequest } from './registration-trace.js';

/** What a form for a department asks for. It comes from a card, and is not trusted. */
export interface DepartmentFormRequest extends ChannelRequest {
  /** undefined for a department that is to be added. */
  readonly departmentId: DepartmentId | undefined;
  readonly name: string;
  /** Entra object ids. */
  readonly heads: readonly string[];
  readonly deputies: readonly string[];
  readonly director: string | undefined;
  readonly approval: boolean;
  readonly language: Language | undefined;
  /** The id of the channel in which the department is to answer. */
  readonly channelId: string;
}

export type SaveDepartmentFormOutcome =
  | { readonly kind: 'saved' | 'added'; readonly name: string }
  | {
      readonly kind: 'problems';
      readonly problems: readonly DepartmentFormProblem[];
      readonly form: DepartmentFormFacts;
    }
  /** Somebody has retired the department. */
  | { readonly kind: 'gone' };

/** Stores what a form for a department says, all of it or nothing. */
export async function saveDepartmentForm(
  deps: DepartmentFormDependencies & RegistrationDependencies,
  request: DepartmentFormRequest,
): Promise<SaveDepartmentFormOutcome> {
  const { tenantId } = request.address;
  const form = await openDepartmentForm(deps, tenantId, request.departmentId);
  if (form.kind === 'gone') return form;
  const { placed, teams } = form;
  const people = peopleChosen(request, form);
  const channel = channelChosen(request, placed, teams);
  const { problems } = people;
  if (channel.kind !== 'channel') return { kind: 'problems', problems: [...problems, channel], form };
  if (problems.length > 0) return { kind: 'problems', problems, form };
  if (placed === undefined) return add(deps, request, form, channel.address);
  return change(deps, request, form, { ...people, departmentId: placed.department.id, channel: channel.address });
}

async function add(
  deps: RegistrationDependencies,
  request: DepartmentFormRequest,
  form: DepartmentFormFacts,
  to: ChannelAddress,
): Promise<SaveDepartmentFormOutcome> {
  const outcome = await addDepartment(deps, { ...request, to });
  const refused = (problem: DepartmentFormProblem) => ({ kind: 'problems', problems: [problem], form }) as const;
  switch (outcome.kind) {
    case 'added':
      return { kind: 'added', name: outcome.department.department.name };
    case 'bad name':
      return refused({ kind: 'bad name', problem: outcome.problem });
    case 'taken':
      return refused({ kind: 'name taken', name: outcome.by.department.name });
    case 'in use':
      return refused({ kind: 'secretariat’s channel' });
    case 'too many':
      return refused({ kind: 'channel full' });
  }
}

async function change(
  deps: RegistrationDependencies,
  request: DepartmentFormRequest,
  form: DepartmentFormFacts,
  chosen: PeopleChosen & Pick<DepartmentSetup, 'departmentId' | 'channel'>,
): Promise<SaveDepartmentFormOutcome> {
  const { name, language, approval } = request;
  const { problems: _, ...people } = chosen;
  const outcome = await changeDepartmentSetup(deps, { ...request, setup: { ...people, name, language, approval } });
  const refused = (problem: DepartmentFormProblem) => ({ kind: 'problems', problems: [problem], form }) as const;
  // The form has been checked before, so these two are told only where somebody has changed the set-up since.
  if (outcome.kind === 'not registered') return { kind: 'gone' };
  if (outcome.kind === 'too many') return refused({ kind: `too many ${outcome.who}` });
  switch (outcome.kind) {
    case 'changed':
      return { kind: 'saved', name: outcome.department.department.name };
    case 'bad name':
      return refused({ kind: 'bad name', problem: outcome.problem });
    case 'taken':
      return refused({ kind: 'name taken', name: outcome.by.department.name });
    case 'channel in use':
      return refused({ kind: 'not moved' });
  }
}

interface PeopleChosen {
  readonly heads: readonly Person[];
  readonly deputies: readonly Person[];
  readonly director: Person | undefined;
  readonly problems: readonly DepartmentFormProblem[];
}

/** Whom the team's roster has, and whom the department has already, can be chosen. People of other tenants cannot. */
function peopleChosen(request: DepartmentFormRequest, { placed, roster }: DepartmentFormFacts): PeopleChosen {
  const own = (roster?.members ?? []).filter(({ isForeign }) => !isForeign).map(({ person }) => person);
  const present = placed === undefined ? [] : leadersOf(placed);
  const known = new Map([...present, ...own].map((person) => [person.id, person]));
  const find = (ids: readonly string[]) => eachOnce(ids.flatMap((id) => known.get(id) ?? []));
  const { director } = request;
  const chosen = [...request.heads, ...request.deputies, ...(director === undefined ? [] : [director])];
  const problems: DepartmentFormProblem[] = [];
  if (request.heads.length > HEADS_MAX) problems.push({ kind: 'too many heads' });
  if (request.deputies.length > HEADS_MAX) problems.push({ kind: 'too many deputies' });
  if (chosen.some((id) => !known.has(id))) problems.push({ kind: 'not in the team' });
  return {
    heads: find(request.heads),
    deputies: find(request.deputies),
    director: director === undefined ? undefined : known.get(director),
    problems,
  };
}

function leadersOf({ department: { heads, deputies, director } }: PlacedDepartment): readonly Person[] {
  return [...heads, ...deputies, ...(director === undefined ? [] : [director])];
}

/** The channel that was chosen: the department's own, or any that the bot can write in. */
function channelChosen(
  { channelId, address: { tenantId } }: DepartmentFormRequest,
  placed: PlacedDepartment | undefined,
  teams: readonly KnownTeam[],
): { readonly kind: 'channel'; readonly address: ChannelAddress } | { readonly kind: 'no channel' | 'channel gone' } {
  if (placed?.address.channelId === channelId) return { kind: 'channel', address: placed.address };
  if (channelId === '') return { kind: 'no channel' };
  for (const { teamId, serviceUrl, channels } of teams) {
    const found = channels.find(({ id }) => id === channelId);
    const address = { tenantId, teamId, channelId, serviceUrl };
    if (found?.kind === 'standard' && whyNotReached(address, teams) === undefined) return { kind: 'channel', address };
  }
  return { kind: 'channel gone' };
}
