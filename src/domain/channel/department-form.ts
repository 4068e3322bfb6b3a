import type { DepartmentNameProblem } from './department-name.js';

/** What is wrong with the form for a department, or with what it asks for. Nothing has been stored, unless it says so. */
export type DepartmentFormProblem =
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem }
  /** Another department has the name, or one that looks the same. @param name as it is registered */
  | { readonly kind: 'name taken'; readonly name: string }
  | { readonly kind: 'too many heads' | 'too many deputies' }
  /** Somebody was chosen who is not in the team, or who belongs to another organisation. */
  | { readonly kind: 'not in the team' }
  | { readonly kind: 'no channel' | 'channel gone' | 'channel full' | 'secretariat’s channel' }
  /** The rest is stored, but the department stays in its channel, because the other one is registered as something. */
  | { readonly kind: 'not moved' };
