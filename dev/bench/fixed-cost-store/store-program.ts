import { answerParent } from '../processes/answer-parent.js';
import { startFixedCostStore } from './fixed-cost-store.js';

/** A program that serves the table store. */
await answerParent(async () => {
  const store = await startFixedCostStore();
  return {
    told: store.connectionString,
    answers: {
      answered: () => store.answered,
      'last write': (prefix) => store.lastWrite(String(prefix)),
      forget: () => store.forget(),
      delay: (latencyMs) => store.delay(Number(latencyMs)),
    },
    stop: store.stop,
  };
});
