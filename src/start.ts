import { createJsonLog } from './adapters/system/json-log.js';
import { type ConfigProblem, parseConfig, SettingsRefused } from './config.js';
import { startNotatbot } from './main.js';

/**
 * The program behind `npm start`. It reads the settings from the environment, and stops the bot properly on a signal.
 */
const parsed = parseConfig(process.env);
if (parsed.ok) {
  const log = createJsonLog();
  try {
    const bot = await startNotatbot(parsed.config, log);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        // A call to Teams that gets no answer would keep the process alive for longer than a host waits.
        bot.stop().then(
          () => process.exit(),
          (error: unknown) => {
            log.error('stopping failed', error);
            process.exit(1);
          },
        );
      });
    }
  } catch (error) {
    if (error instanceof SettingsRefused) tell(error.problems);
    else log.error('starting failed', error);
    process.exitCode = 1;
  }
} else {
  tell(parsed.problems);
  process.exitCode = 1;
}

function tell(problems: readonly ConfigProblem[]): void {
  const lines = problems.map(({ setting, problem }) => `  ${setting} ${problem}`);
  console.error(['Notatbot cannot start with these settings:', ...lines].join('\n'));
}
