import type { TableServiceClientOptions } from '@azure/data-tables';
import type { Clock, Time } from '../../application/ports.js';

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];

/** The clock of the table service, as its answers tell the time. */
export interface StoreClock extends Clock {
  /** Looks at every answer of the service. */
  readonly policy: Policy;
}

/** The `Date` header has whole seconds, so the time of the service may be later by as much, in milliseconds. */
const HEADER_STEP_MS = 1_000;

/**
 * A clock that all processes with one store share: what one process writes with it, another may compare. An answer of
 * the service tells its time within a second and the time that the request took. From there on, the clock counts with
 * the time that has passed here. It is off by a second or two at most, and does not jump when somebody sets the clock of
 * this machine. Until the first answer it shows the time of this machine.
 */
export function createStoreClock(time: Time, machine: Clock): StoreClock {
  /** The service's time, less the time that has passed here. */
  let offset: number | undefined;

  function learn(header: string | undefined, sentAt: number, receivedAt: number): void {
    const told = Date.parse(header ?? '');
    if (Number.isNaN(told)) return;
    const [least, most] = [told - receivedAt, told + HEADER_STEP_MS - sentAt];
    offset = Math.min(most, Math.max(least, offset ?? least));
  }

  return {
    now: () => (offset === undefined ? machine.now() : new Date(Math.round(offset + time.elapsed()))),
    policy: {
      position: 'perRetry',
      policy: {
        name: 'storeClockPolicy',
        async sendRequest(request, next) {
          const sentAt = time.elapsed();
          const response = await next(request);
          learn(response.headers.get('date'), sentAt, time.elapsed());
          return response;
        },
      },
    },
  };
}
