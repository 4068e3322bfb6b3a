/** The requests from the bot that a fault is for. A property that is left out matches all requests. */
export interface RequestMatch {
  readonly method?: string;
  /** Matched with the decoded path without its query. */
  readonly path?: RegExp;
  /** Whether the request is about a targeted message. */
  readonly isTargeted?: boolean;
  /** How many requests the fault is for. The default is 1. */
  readonly times?: number;
}

/**
 * What happens to a request instead of the normal answer.
 *
 * `status`: the request is answered with this status, and not performed. `drop`: the connection is closed without an
 * answer, before or after the request is performed. `delayUntil`: the request is performed and answered as usual, but
 * only after the promise is settled.
 */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly drop: 'before' | 'after' }
  | { readonly delayUntil: Promise<unknown> };

/** With this, tests make the connector fail. */
export interface Faults {
  /**
   * Plans a fault for the next requests that match. Where several faults match, the one that was planned first is used.
   *
   * @returns a function that takes back what has not happened of it
   */
  next(match: RequestMatch, fault: Fault): () => void;
  /** How many planned faults have not happened yet. At the end of a test, 0 means that all of them happened. */
  readonly pending: number;
}

export interface FaultPlan extends Faults {
  /** The fault for this request, which is then used up. */
  take(method: string, path: string, isTargeted: boolean): Fault | undefined;
}

/** How Teams has refused targeted messages (MicrosoftDocs/msteams-docs issue 14434). */
export const TARGETED_REFUSED: Fault = {
  status: 403,
  body: { error: { code: 'THREADACCESSDENIED-209', message: 'Thread access denied.' } },
};

export function createFaultPlan(): FaultPlan {
  const planned: { readonly match: RequestMatch; readonly fault: Fault; left: number }[] = [];
  return {
    next(match, fault) {
      const plan = { match, fault, left: match.times ?? 1 };
      planned.push(plan);
      return () => {
        const index = planned.indexOf(plan);
        if (index >= 0) planned.splice(index, 1);
      };
    },
    get pending() {
      return planned.reduce((sum, { left }) => sum + left, 0);
    },
    take(method, path, isTargeted) {
      const index = planned.findIndex(
        ({ match }) =>
          (match.method ?? method) === method &&
          (match.isTargeted ?? isTargeted) === isTargeted &&
          (match.path === undefined || path.search(match.path) >= 0),
      );
      const found = planned[index];
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned.splice(index, 1);
      return found.fault;
    },
  };
}
