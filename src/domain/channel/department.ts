import type { DepartmentId } from '../ids.js';
import type { Language } from '../language.js';
import type { Person } from '../person.js';
import type { ChannelAddress } from './channel.js';

/** Who answers: a part of the municipality with one Teams channel. */
export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  /**
   * The people who answer for the department, with their deputies: what others send waits until one of them approves
   * it. If the list is empty, anyone in the department's channel may answer.
   */
  readonly heads: readonly Person[];
  /** The people who may do whatever a head may do. They count only where the department has heads. */
  readonly deputies: readonly Person[];
  /** The person above the heads, whom later reminders name; undefined where nobody is set. */
  readonly director: Person | undefined;
  /** The language of the department's cards; undefined means the bot's own language. */
  readonly language: Language | undefined;
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
  | {
      readonly purpose: 'department';
      readonly address: ChannelAddress;
      readonly department: Department;
      /**
       * When the department got its first channel, even if it got a new name later. Rounds list departments in this
       * order.
       */
      readonly registeredAt: Date;
    };

export type RegisteredSecretariat = Extract<RegisteredChannel, { purpose: 'secretariat' }>;

export type RegisteredDepartment = Extract<RegisteredChannel, { purpose: 'department' }>;

/** Sorts departments as a round lists them: by the time of registration, and by name where the times are the same. */
export function inRoundOrder(departments: readonly RegisteredDepartment[]): readonly RegisteredDepartment[] {
  return departments.toSorted(
    (one, other) =>
      one.registeredAt.getTime() - other.registeredAt.getTime() ||
      one.department.name.localeCompare(other.department.name, 'da'),
  );
}
