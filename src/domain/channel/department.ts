import type { DepartmentId } from '../ids.js';
import type { Language } from '../language.js';
import { DEPARTMENT_NAME_MAX } from '../limits.js';
import type { Person } from '../person.js';
import { type Result, refused } from '../result.js';
import { cleanLine } from '../text/clean-text.js';
import { parseWrittenLine, type WrittenTextProblem } from '../text/written-text.js';
import type { ChannelAddress } from './channel.js';

/** Who answers: a part of the municipality with one Teams channel. */
export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  /** Who alone may answer for it. Empty: anyone in its channel may. */
  readonly heads: readonly Person[];
  /** What its cards are written in; undefined for the bot's own. */
  readonly language: Language | undefined;
}

/** Whether someone may answer for a department without another's approval. */
export function mayAnswer({ heads }: Department, { id }: Person): boolean {
  return heads.length === 0 || heads.some((head) => head.id === id);
}

/** What a channel has been registered as. */
export type RegisteredChannel =
  | { readonly purpose: 'secretariat'; readonly address: ChannelAddress }
  | {
      readonly purpose: 'department';
      readonly address: ChannelAddress;
      readonly department: Department;
      /** When the department got its first channel; a new name keeps it. Rounds list departments in this order. */
      readonly registeredAt: Date;
    };

export type RegisteredDepartment = Extract<RegisteredChannel, { purpose: 'department' }>;

export type DepartmentNameProblem = WrittenTextProblem | { readonly kind: 'bad character'; readonly character: string };

/** Marks that a card's list of choices would read as Markdown; no department has them in its name. */
const MARKUP = /[[\]<>*_`~\\#|{}$]/u;

/** Cleans a department's name as someone typed it. */
export function parseDepartmentName(raw: string): Result<string, DepartmentNameProblem> {
  const name = parseWrittenLine(raw, DEPARTMENT_NAME_MAX);
  const character = name.ok ? MARKUP.exec(name.value)?.[0] : undefined;
  return character === undefined ? name : refused({ kind: 'bad character', character });
}

/** What makes two names the same department's: case and spacing do not. */
export function departmentNameKey(name: string): string {
  return cleanLine(name).toLocaleLowerCase('da');
}

/** The order in which a round lists them: as they were registered, and by name where that is the same moment. */
export function inRoundOrder(departments: readonly RegisteredDepartment[]): readonly RegisteredDepartment[] {
  return departments.toSorted(
    (one, other) =>
      one.registeredAt.getTime() - other.registeredAt.getTime() ||
      one.department.name.localeCompare(other.department.name, 'da'),
  );
}
