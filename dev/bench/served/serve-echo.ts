import { startBareServer } from '../floor/bare-server.js';
import { EchoBot } from '../floor/echo-bot.js';
import { answerParent } from '../processes/answer-parent.js';

/** A program that serves an echo bot. */
await answerParent(async () => {
  const { port, stop } = await startBareServer(new EchoBot());
  return { told: { port }, stop };
});
