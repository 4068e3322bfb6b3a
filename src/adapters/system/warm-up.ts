import type { Log } from '../../application/ports.js';

export interface WarmUpOptions {
  /** Each step is short, because nothing else is done during it. */
  readonly steps: readonly (() => void)[];
  /** How long to wait before the first step, in milliseconds. */
  readonly afterMs: number;
  readonly log: Log;
}

export interface WarmUp {
  /** Begins no more steps. */
  stop(): void;
}

/**
 * Does in advance what the first person would otherwise wait for. Requests that come during it are answered between two
 * steps. A step that fails is logged, and the next one is done.
 */
export function startWarmUp({ steps, afterMs, log }: WarmUpOptions): WarmUp {
  const waiting = [...steps];
  let isStopped = false;

  const next = () => {
    const step = waiting.shift();
    if (step === undefined || isStopped) return;
    try {
      step();
    } catch (error) {
      log.error('not prepared', error);
    }
    setImmediate(next);
  };

  const timer = setTimeout(next, afterMs);
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
