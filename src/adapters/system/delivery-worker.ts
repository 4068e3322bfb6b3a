import type { Log } from '../../application/ports.js';

export interface DeliveryWorker {
  /** Something may be due: looks as soon as it can. */
  wake(): void;
  /** Begins no more, and resolves when what is under way is done. */
  stop(): Promise<void>;
}

export interface DeliveryWorkerOptions {
  /** One pass over everything that is due. */
  readonly deliver: (isStopping: () => boolean) => Promise<void>;
  /** How long to wait between passes when nobody wakes it, in milliseconds. Retries and lapsed claims are found then. */
  readonly pauseMs: number;
  readonly log: Log;
}

/** Passes over the deliveries now, whenever it is woken, and at intervals; never two passes at once. */
export function startDeliveryWorker({ deliver, pauseMs, log }: DeliveryWorkerOptions): DeliveryWorker {
  let isStopping = false;
  let isWanted = true;
  let rouse: () => void = () => undefined;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!isStopping) {
      isWanted = false;
      try {
        await deliver(() => isStopping);
      } catch (error) {
        log.error('deliveries not read', error);
      }
      // Woken during the pass: what was written since may not have been seen.
      if (!isWanted && !isStopping) await pause();
    }
  };

  const running = run();
  return {
    wake: () => {
      isWanted = true;
      rouse();
    },
    stop: async () => {
      isStopping = true;
      rouse();
      await running;
    },
  };
}
