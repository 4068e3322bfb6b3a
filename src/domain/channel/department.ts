import type { DepartmentId } from '../ids.js';
import type { Language } from '../language.js';
import type { Person } from '../person.js';
import type { ChannelAddress } from './channel.js';

/** Who answers: a part of the municipality, in a Teams channel of its own or one that it has with others. */
export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  /** The people who answer for the department, with their deputies. */
  readonly heads: readonly Person[];
  /** The people who may do whatever a head may do. They count only where the department has heads. */
  readonly deputies: readonly Person[];
  /** The person above the heads, whom later reminders name; undefined where nobody is set. */
  readonly director: Person | undefined;
  /** The language of the department's cards; undefined means the bot's own language. */
  readonly language: Language | undefined;
  /**
   * Whether what others send waits until a head or a deputy approves it. It counts only where the department has heads
   * (`headsDecide`).
   */
  readonly approval: boolean;
}

/** A department for which nothing has been set yet. */
export function newDepartment(id: DepartmentId, name: string): Department {
  return { id, name, heads: [], deputies: [], director: undefined, language: undefined, approval: true };
}

/** What is set for a department, and may change while a round asks it. A round keeps the name that its plan showed. */
export type DepartmentSettings = Omit<Department, 'id' | 'name'>;

export function settingsOf({ heads, deputies, director, language, approval }: Department): DepartmentSettings {
  return { heads, deputies, director, language, approval };
}

/** Whether the heads alone decide. Otherwise anyone in the department's channel may answer. */
export function headsDecide({ heads, approval }: Pick<Department, 'heads' | 'approval'>): boolean {
  return heads.length > 0 && approval;
}

/** The heads who alone decide; nobody where anyone in the department's channel may answer. */
export function decidingHeads(department: Pick<Department, 'heads' | 'approval'>): readonly Person[] {
  return headsDecide(department) ? department.heads : [];
}

/** A department as its channel has it. */
export interface OtherDepartment {
  readonly department: Department;
  /** When the department got its first channel, even if it got a new name later. */
  readonly registeredAt: Date;
  /**
   * The place that the secretariat has given it among the notat's rows: a lower number comes first. undefined: after all
   * that have one, by the time of registration.
   */
  readonly order: number | undefined;
  /** The ids of heads and deputies who are known to have left the channel's team. */
  readonly left: readonly string[];
}

/** A department, and the channel in which it answers. */
export interface PlacedDepartment extends OtherDepartment {
  readonly address: ChannelAddress;
}

/** What a channel is registered as. */
export type RegisteredChannel =
  | {
      readonly purpose: 'secretariat';
      readonly address: ChannelAddress;
      /** The people who have been named as secretaries. Until someone is named, the list is empty. */
      readonly secretaries: readonly Person[];
      /** The name of the channel, for people who look for it; undefined where Teams has not told it. */
      readonly name: string | undefined;
    }
  | ({
      readonly purpose: 'department';
      /**
       * Further departments that answer in the same channel, with `department` at most `DEPARTMENTS_IN_A_CHANNEL_MAX`.
       * Their names differ (`departmentNameKey`).
       */
      readonly others: readonly OtherDepartment[];
      /**
       * Departments that answered here and were retired, the newest first, at most `DEPARTMENTS_IN_A_CHANNEL_MAX`. One
       * that is added again under its name gets its settings back.
       */
      readonly retired: readonly OtherDepartment[];
    } & PlacedDepartment);

export type RegisteredSecretariat = Extract<RegisteredChannel, { purpose: 'secretariat' }>;

export type RegisteredDepartment = Extract<RegisteredChannel, { purpose: 'department' }>;

/** The departments that answer in a channel: none in the secretariat's. */
export function departmentsIn(channel: RegisteredChannel): readonly PlacedDepartment[] {
  if (channel.purpose === 'secretariat') return [];
  const { address } = channel;
  return [channel, ...channel.others].map((each) => ({ ...placeless(each), address }));
}

/** The department with this id among those of a channel. */
export function departmentIn(channel: RegisteredChannel | undefined, id: DepartmentId): PlacedDepartment | undefined {
  return channel && departmentsIn(channel).find(({ department }) => department.id === id);
}

/** A channel in which one department answers. */
export function newChannel(
  address: ChannelAddress,
  first: OtherDepartment,
  retired: readonly OtherDepartment[] = [],
): RegisteredDepartment {
  return { ...placeless(first), purpose: 'department', address, others: [], retired: retired.map(placeless) };
}

/** The channel with other settings of one of its departments, or with this department too. */
export function withDepartment(channel: RegisteredDepartment, changed: OtherDepartment): RegisteredDepartment {
  const department = placeless(changed);
  const isIt = (each: OtherDepartment) => each.department.id === department.department.id;
  if (isIt(channel)) return { ...channel, ...department };
  const { others } = channel;
  return {
    ...channel,
    others: others.some(isIt) ? others.map((each) => (isIt(each) ? department : each)) : [...others, department],
  };
}

/** The channel without one of its departments; undefined where no other answers there. */
export function withoutDepartment(channel: RegisteredDepartment, id: DepartmentId): RegisteredDepartment | undefined {
  const [first, ...others] = departmentsIn(channel)
    .filter(({ department }) => department.id !== id)
    .map(placeless);
  return first && { ...channel, ...first, others };
}

/** What a channel's row has once, however many departments answer there, is no part of a department. */
function placeless(placed: OtherDepartment & Partial<RegisteredDepartment>): OtherDepartment {
  const { purpose: _, address: __, others: ___, retired: ____, ...department } = placed;
  return department;
}

/**
 * Sorts departments as a round lists them: by the place that the secretariat has given them, then by the time of
 * registration, and by name where the times are the same.
 */
export function inRoundOrder<Placed extends OtherDepartment>(departments: readonly Placed[]): readonly Placed[] {
  return departments.toSorted(
    (one, other) =>
      byPlace(one.order, other.order) ||
      one.registeredAt.getTime() - other.registeredAt.getTime() ||
      one.department.name.localeCompare(other.department.name, 'da'),
  );
}

function byPlace(one: number | undefined, other: number | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one - other;
}
