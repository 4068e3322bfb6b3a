import type { Log } from '../../application/ports.js';

export interface DeliveryWorker {
  /** Starts a pass as soon as possible, because a delivery may be due. */
  wake(): void;
  /** Begins no more deliveries, and resolves when the present one is done. */
  stop(): Promise<void>;
}

export interface DeliveryWorkerOptions {
  /** Does one pass over the deliveries that are due. */
  readonly deliver: (isStopping: () => boolean) => Promise<void>;
  /**
   * The pause between passes without a wake-up, in milliseconds. These passes find retries and claims that have
   * expired.
   */
  readonly pauseMs: number;
  readonly log: Log;
}

/**
 * Goes through the deliveries now, after each wake-up, and at intervals. There are never two passes at the same time.
 */
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
      // After a wake-up during the pass there is no pause: the pass may have missed what was written after it began.
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
