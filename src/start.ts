import { createJsonLog } from './adapters/system/json-log.js';
import { parseConfig } from './config.js';
import { startNotatbot } from './main.js';

/** The program behind `npm start`: settings from the environment, and an orderly end when asked for one. */
const parsed = parseConfig(process.env);
if (parsed.ok) {
  const log = createJsonLog();
  try {
    const bot = await startNotatbot(parsed.config, log);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        bot.stop().catch((error: unknown) => {
          log.error('stopping failed', error);
          process.exitCode = 1;
        });
      });
    }
  } catch (error) {
    log.error('starting failed', error);
    process.exitCode = 1;
  }
} else {
  const problems = parsed.problems.map(({ setting, problem }) => `  ${setting} ${problem}`);
  console.error(['Notatbot cannot start with these settings:', ...problems].join('\n'));
  process.exitCode = 1;
}
