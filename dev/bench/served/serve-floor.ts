import { startBareServer } from '../floor/bare-server.js';
import { FloorBot } from '../floor/floor-bot.js';
import { createFloorRows, type FloorSettings } from '../floor/floor-rows.js';
import { answerParent } from '../processes/answer-parent.js';

/** A program that serves the floor. */
await answerParent(async (settings) => {
  // `startServed` gives these settings.
  const { port, stop } = await startBareServer(new FloorBot(await createFloorRows(settings as FloorSettings)));
  return { told: { port }, stop };
});
