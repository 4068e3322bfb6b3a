import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { buildMunicipality } from '../../dev/demo/municipality.js';
import type { Card } from '../../dev/local-teams/card-actions.js';
import { type DepartmentId, parseRoundId, type RoundId } from '../../src/domain/ids.js';
import { tableStores } from '../application/table-stores.js';
import { differs } from '../conversation/agreement/differs.js';
import { readCard, readDesk, readRoundOnDesk } from '../conversation/agreement/reading.js';
import { inAudit, roundInAudit } from '../conversation/agreement/reading-audit.js';
import {
  cardOf,
  type Known,
  type KnownRound,
  onDeskOf,
  roundInAuditOf,
  roundOnDeskOf,
  saidOf,
} from '../conversation/agreement/told.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';
import { partOfSweep, WHOLE_SWEEPS } from '../support/sweep.js';
import {
  DEPARTMENT_ACTS,
  play,
  ROUND_ACTS,
  type RoundInTown,
  type Step,
  startedRound,
  statusOf,
  type Town,
} from './history-over-http.js';
import { say } from './speaking.js';

const HISTORIES = 30;
const ACTS = 8;
const NAMES = ['Børn og Familie', 'Kultur', 'Teknik'];

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Step['act']>(...DEPARTMENT_ACTS) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Step['act']>('answer', 'propose an edit', 'take it out', 'add it', 'close', 'reopen'),
    },
    { weight: 1, arbitrary: fc.constantFrom<Step['act']>(...ROUND_ACTS) },
  ),
  department: fc.nat(NAMES.length - 1),
});

/** How many are tried each time; all in the command that takes the whole of every sweep. */
const HISTORIES_A_TIME = 3;
const SEED = 17;
const TRIED = partOfSweep(Array.from({ length: HISTORIES }), HISTORIES_A_TIME).length;

describe('whatever happens in many rounds at once, over HTTP', function () {
  this.timeout(240_000);

  let stage: Stage;
  let town: Town;
  const rounds: RoundInTown[] = [];

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    town = await aTown(stage);
  });
  after(async () => stage.stop());

  it(`cards, desks, status, notats and audits say what people were told (${TRIED} histories)`, async () => {
    // The ordinary suite plays the same few each time, so that a build never fails by chance.
    const seed = process.env[WHOLE_SWEEPS] === undefined ? SEED : Date.now();
    const histories = fc.sample(fc.array(step, { minLength: ACTS, maxLength: ACTS }), { seed, numRuns: TRIED });
    for (const number of histories.keys()) rounds.push(await startedRound(town, number + 1));
    for (let act = 0; act < ACTS; act += 1) {
      await stage.idle();
      for (const [number, round] of rounds.entries()) {
        const now = histories[number]?.[act];
        ok(now);
        await play(round, now, number * 100 + act);
      }
    }
    // The desks follow within seconds; whatever does not agree by then is told below.
    await settled(rounds);
    const wrong: string[] = [];
    for (const [number, round] of rounds.entries()) {
      const lines = await disagreements(round);
      if (lines.length > 0) wrong.push(`seed ${seed}: ${JSON.stringify(histories[number])}`, ...lines);
    }
    deepEqual(wrong, []);
  });

  it('is found not to be so where somebody was told something else', async () => {
    const [round] = rounds;
    ok(round);
    const { told } = round;
    const titles = [...told.round.titles, 'En anden titel'];
    const places = await disagreements({ ...round, told: { ...told, round: { ...told.round, titles } } });
    for (const place of ['the desk', 'the status', 'the audit']) {
      ok(
        places.some((line) => line.startsWith(place)),
        places.join('\n'),
      );
    }
  });

  /** Resolves when nothing is owed that is due within a minute. */
  async function settled(rounds: readonly RoundInTown[]): Promise<void> {
    const { rounds: store } = tableStores(stage.table);
    for (const { roundId } of rounds) {
      for (;;) {
        await stage.idle();
        const owed = await store.readDeliveries(idOf(roundId));
        const soon = Date.now() + 60_000;
        const isOwed = owed.some(
          ({ state, dueAt }) => state === 'claimed' || (state === 'pending' && dueAt.getTime() < soon),
        );
        if (!isOwed) break;
      }
    }
  }

  async function disagreements(round: RoundInTown): Promise<readonly string[]> {
    const { told, asked, desk, roundId } = round;
    const { rounds: store } = tableStores(stage.table);
    const audit = await store.readAudit(idOf(roundId));
    const overviews = [
      ['the desk', read(desk.card)],
      ['the status', read(await statusOf(round))],
    ] as const;
    const rows = await notatOf(round);
    const { finals } = told.round;
    return [
      ...overviews.flatMap(([place, shown]) =>
        differs(place, readRoundOnDesk(shown, told.round), { ...roundOnDeskOf(told) }),
      ),
      ...differs('the audit', roundInAudit(audit), { ...roundInAuditOf(told.round) }),
      ...differs(
        'the audit’s final notats',
        audit.filter(({ act, subject }) => act === 'compiled' && subject?.startsWith('final-')).length,
        finals,
      ),
      ...differs('the notat', rows === undefined, told.round.state === 'called off'),
      ...asked.flatMap(({ name, id, request }, index) => {
        const known = told.departments[index];
        ok(known);
        const { stand } = saidOf(known);
        const row = rows?.find(({ department }) => department === name);
        return [
          ...differs('its card', readCard(read(request.card), known, told.round), cardOf(known, told.round)),
          ...overviews.flatMap(([place, shown]) =>
            differs(place, readDesk(shown, name, NAMES), onDeskOf(known, told.round)),
          ),
          ...(rows === undefined
            ? []
            : differs('the notat', row?.paragraphs[0]?.replace(/ \(fristen er .*/u, ''), rowOf(known, told.round))),
          ...differs('the audit', inAudit(audit, id as DepartmentId, new Map()).stand, stand),
        ].map((line) => `${name}: ${line}`);
      }),
    ];
  }
});

/** A municipality in which every department has a head, so that others can only propose. */
async function aTown(stage: Stage): Promise<Town> {
  const { teams } = stage;
  const { team, secretariat, secretary, departments } = buildMunicipality(teams, NAMES);
  await teams.installBot(team, secretary);
  await say(teams, secretary, secretariat, 'tilknyt sekretariatet');
  for (const { name, channel, head } of departments) {
    await say(teams, secretary, channel, `tilknyt ${name}`);
    await say(teams, secretary, channel, `chef @${head.name}`);
  }
  return { stage, secretariat, secretary, departments };
}

function idOf(roundId: string): RoundId {
  const id = parseRoundId(roundId);
  ok(id);
  return id;
}

/** How the row of a department begins in the notat; undefined where it has none. */
function rowOf(known: Known, { state }: KnownRound): string | undefined {
  if (!known.isAsked) return undefined;
  const { stand, text } = saidOf(known);
  if (text !== undefined) return text;
  if (stand === 'excused') return 'Rapporten vedrører ikke fagområdet';
  return state === 'closed' ? 'Har ikke svaret' : 'Har endnu ikke svaret';
}

/** The table of the Word file that the secretary gets from the desk; undefined where there is none. */
async function notatOf(round: RoundInTown) {
  const { town, desk } = round;
  const { teams } = town.stage;
  const verb = round.told.round.state === 'closed' ? 'round.show-notat' : 'command.run';
  if (!JSON.stringify(desk.card).includes(`"${verb}"`)) return undefined;
  const before = desk.thread.messages.length;
  const { card } = await teams.press(town.secretary, desk, { verb });
  const cards = [card, ...desk.thread.messages.slice(before).map((message) => message.card)];
  const link = cards.map(linkOn).find(Boolean);
  ok(link, cards.map(read).join());
  const file = await fetch(link);
  return (await readNotat(new Uint8Array(await file.arrayBuffer()))).rows;
}

function linkOn(card: Card | undefined): string | undefined {
  return /http[^"]+\/notat\/[\w.-]+/u.exec(JSON.stringify(card ?? {}))?.[0];
}
