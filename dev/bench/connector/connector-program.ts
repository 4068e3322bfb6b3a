import { answerParent } from '../processes/answer-parent.js';
import { startFakeConnector } from './fake-connector.js';

/** A program that serves the connector. */
await answerParent(async () => {
  const connector = await startFakeConnector();
  return {
    told: connector.serviceUrl,
    answers: {
      calls: () => connector.calls,
      traffic: () => connector.traffic,
      delay: (postMs) => connector.delay(Number(postMs)),
      hold: () => connector.hold(),
      release: () => connector.release(),
      forget: () => connector.forget(),
    },
    stop: connector.stop,
  };
});
