/** Work that nobody waits for, such as what follows an event of Teams. None of it rejects. */
export interface Errands {
  do(errand: Promise<void>): void;
  /** Resolves when all that has been begun is done, and what that has begun in turn. */
  idle(): Promise<void>;
}

export function createErrands(): Errands {
  const underWay = new Set<Promise<void>>();
  return {
    do(errand) {
      const done = errand.finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
