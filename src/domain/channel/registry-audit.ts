import type { DepartmentId } from '../ids.js';
import type { Person } from '../person.js';

/** What is kept about a tenant's registrations, beside the audit of each round. */
export type RegistryAct =
  | 'secretariat registered'
  | 'secretariat moved'
  | 'secretariat unregistered'
  | 'department registered'
  | 'department renamed'
  | 'department moved'
  | 'department unregistered'
  /** It answers in a channel that has other departments too. */
  | 'department added'
  /** It answers in its channel no more. The channel's other departments stay. */
  | 'department retired'
  /** It got another place among the notat's rows. */
  | 'departments reordered'
  /** A channel whose row could not be read was made free. Nobody can know what it was registered as. */
  | 'unreadable unregistered'
  | 'heads named'
  | 'deputies named'
  | 'director named'
  | 'secretaries named'
  | 'language set'
  | 'approval set'
  /** The bot has found out that heads or deputies have left the channel's team, or are back. */
  | 'leaving noted'
  | 'setup requested'
  | 'setup granted'
  | 'setup declined'
  /** Somebody wanted something that they may not do. */
  | 'refused';

/**
 * Who did what to the registrations of a tenant, where and when. A line never holds what people wrote, except the name
 * of a department.
 */
export interface RegistryAuditLine {
  readonly at: Date;
  /** undefined for someone who cannot be identified. */
  readonly by: Person | undefined;
  readonly act: RegistryAct;
  /** The id of the channel or the chat where it was done. */
  readonly where: string;
  readonly departmentId: DepartmentId | undefined;
  /** What the act is about: a department's name, the ids of people, the code of a language, or the word of a setting. */
  readonly subject: string | undefined;
  /** The bot's own word for why something was refused or declined. */
  readonly reason?: string | undefined;
}
