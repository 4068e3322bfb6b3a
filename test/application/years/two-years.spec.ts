import assert from 'node:assert/strict';
import { WHOLE_SWEEPS } from '../../support/sweep.js';
import { playYears } from './two-years.js';

const isWhole = process.env[WHOLE_SWEEPS] !== undefined;
/** The whole is two years and 200 rounds; the ordinary suite has a part of it, with other accidents each time. */
const YEARS = isWhole ? { days: 730, rounds: 200 } : { days: 45, rounds: 10 };

describe(`${YEARS.rounds} rounds in ${YEARS.days} days`, function () {
  this.timeout(isWhole ? 1_800_000 : 60_000);
  const seed = Number(process.env['NOTATBOT_SEED'] ?? Math.floor(Math.random() * 1e9));

  it(`have every reminder that was due once, and none that was not (seed ${seed})`, async () => {
    const { counts, problems } = await playYears({ seed, ...YEARS });
    if (isWhole) for (const [what, number] of Object.entries(counts)) console.log(`      ${number} ${what}`);
    assert.deepEqual(problems, []);
    assert.ok((counts['reminders sent'] ?? 0) > 0);
  });
});
