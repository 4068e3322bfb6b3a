import type { Round } from '../../domain/round/round.js';
import type { RoundFormProblem } from '../../domain/round/round-form.js';
import { type FormFacts, formFacts, type OvertakenForm, type PlanRoundRequest, planRound } from './plan-round.js';
import { findOwnRound } from './which-round.js';

export type KeepFormOutcome =
  /** It is of no plan, or cannot be one yet, so it is kept where it stands. `isOfPlan`: a plan stands beside it, unchanged. */
  | ({ readonly kind: 'on its card'; readonly isOfPlan: boolean } & FormFacts)
  /** Durable, and found wherever the plan is. */
  | ({ readonly kind: 'in the plan'; readonly round: Round } & FormFacts)
  /** The round starts by itself from the plan as it stands, and takes the place of the card. Nothing was kept. */
  | ({ readonly kind: 'starts without it'; readonly startsAt: Date } & Refused)
  | ({ readonly kind: 'overtaken' } & OvertakenForm)
  | { readonly kind: 'already started'; readonly round: Round };

interface Refused extends FormFacts {
  readonly problems: readonly RoundFormProblem[];
}

/**
 * *Gem kladde* on the form for a round. The form of a plan is kept in the plan, if it can be one. A form that cannot is
 * kept on its card, unless that card does not stay.
 */
export async function keepForm(
  deps: Parameters<typeof planRound>[0],
  request: PlanRoundRequest,
): Promise<KeepFormOutcome> {
  const { roundId, address } = request;
  const round = roundId && (await findOwnRound(deps.rounds, { roundId, address }))?.value;
  if (round === undefined) {
    return { kind: 'on its card', isOfPlan: false, ...(await formFacts(deps, address.tenantId)) };
  }
  if (round.state !== 'planned') return { kind: 'already started', round };
  const planned = await planRound(deps, request);
  switch (planned.kind) {
    case 'planned':
      return { kind: 'in the plan', round: planned.round, ...(await formFacts(deps, address.tenantId)) };
    case 'problems': {
      const { startAt } = round.plan;
      return startAt === undefined
        ? { ...planned, kind: 'on its card', isOfPlan: true }
        : { ...planned, kind: 'starts without it', startsAt: startAt.at };
    }
    default:
      return planned;
  }
}
