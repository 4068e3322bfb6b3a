/** Which requests from the bot a fault is for; what is left out matches everything. */
export interface RequestMatch {
  readonly method?: string;
  /** Tried against the decoded path without its query. */
  readonly path?: RegExp;
  /** How many requests it is for; 1 unless said. */
  readonly times?: number;
}

/**
 * What happens to a request in place of its right answer.
 *
 * `status`: answered so, and not done. `drop`: the connection is cut without an answer, before the request is
 * done or after. `delayUntil`: done and answered as it should be, but not before the promise is settled.
 */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly drop: 'before' | 'after' }
  | { readonly delayUntil: Promise<unknown> };

/** The seam through which tests make the connector fail. */
export interface Faults {
  /** Plans a fault for the next requests that match. Of several that match, the one planned first is used up first. */
  next(match: RequestMatch, fault: Fault): void;
  /** How many planned faults no request has met yet; 0 at the end of a test says that they all happened. */
  readonly pending: number;
}

export interface FaultPlan extends Faults {
  /** The fault for this request, which is then used up. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaultPlan(): FaultPlan {
  const planned: { readonly match: RequestMatch; readonly fault: Fault; left: number }[] = [];
  return {
    next(match, fault) {
      planned.push({ match, fault, left: match.times ?? 1 });
    },
    get pending() {
      return planned.reduce((sum, { left }) => sum + left, 0);
    },
    take(method, path) {
      const index = planned.findIndex(
        ({ match }) =>
          (match.method ?? method) === method && (match.path === undefined || path.search(match.path) >= 0),
      );
      const found = planned[index];
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned.splice(index, 1);
      return found.fault;
    },
  };
}
