import type { RoundDepartment } from '../../domain/round/round.js';

/**
 * The round's title, as a department's card shows it. The cards of a trial are all in the secretariat's channel, so each
 * says which department it is for.
 */
export function shownTitle({ ask, department }: Pick<RoundDepartment, 'ask' | 'department'>): string {
  return ask.isTrial ? `${ask.title} – ${department.name}` : ask.title;
}
