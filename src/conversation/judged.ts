import { type Granted, judgeAct } from '../application/rights/judge.js';
import { isNotAllowed, type NotAllowed } from '../application/rights/not-allowed.js';
import { isDepartmentRight } from '../domain/rights.js';
import type { Acted, Tried } from './acted.js';
import type { Answer } from './answer.js';
import type { Deps } from './dependencies.js';
import { refused } from './refused.js';

/**
 * Judges a row's right, and answers those who do not have it. A right that depends on the heads of a department is
 * judged by the use case, with the department's own row; its answer to those who do not have it is given here too.
 *
 * @param run carries the act out. `granted` is undefined for a right that the use case judges
 * @param present gives the answer
 */
export async function judged<Outcome>(
  deps: Deps,
  tried: Tried,
  acted: Acted,
  run: (granted: Granted | undefined) => Promise<Outcome | NotAllowed>,
  present: (outcome: Outcome) => Answer | Promise<Answer>,
): Promise<Answer> {
  const verdict = isDepartmentRight(tried.right)
    ? undefined
    : await judgeAct(deps, tried.right, { ...acted, registered: deps.channel });
  if (isNotAllowed(verdict)) return refused(deps, tried, acted, verdict);
  const outcome = await run(verdict);
  if (isNotAllowed(outcome)) return refused(deps, tried, acted, outcome);
  // The audit of a round has what departments do. All else is in the log, without names.
  if (verdict !== undefined) deps.log.info('act', { act: tried.name, outcome: kindOf(outcome) });
  return present(outcome);
}

function kindOf(outcome: unknown): string | undefined {
  const isKind = typeof outcome === 'object' && outcome !== null && 'kind' in outcome;
  return isKind && typeof outcome.kind === 'string' ? outcome.kind : undefined;
}
