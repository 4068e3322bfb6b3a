import { deepEqual, ok } from 'node:assert/strict';
import type { Row } from '../../src/conversation/row.js';
import { ROWS } from '../../src/conversation/rows.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { asStored, aTown, loggedSince, rowsOf, type Town } from './a-town.js';
import { type Acts, actsIn, isButton, placesOf } from './acts-in-town.js';
import {
  type Expected,
  expected,
  isByState,
  isNotServed,
  isRefused,
  KINDS,
  type Kind,
  PLACES,
  type Refused,
  reasonOf,
  STATES,
  sentenceOf,
  type TownPlace,
} from './rights-table.js';

/** One act of one person in one place. */
interface Cell {
  readonly place: TownPlace;
  readonly kind: Kind;
  readonly expected: Expected;
}

/** A button that stands for a command has that command's right, and the command's name in the log. */
const JUDGED = ROWS.filter(({ name }) => name !== 'command.run' && name !== 'command.run-personally');

/**
 * Those who place the secretariat elsewhere come last. Beginning the set-up is judged a second time, by whether there is a
 * secretariat, and `begin-set-up.spec.ts` has that.
 */
const MAY_BE_DONE = JUDGED.filter(({ name }) => name !== 'setup.begin').toSorted(
  (one, other) => rank(one) - rank(other),
);

for (const state of STATES) {
  /** What is logged whoever acts. So many acts fill the secretariat's conversation, and a delivery may have to wait for room. */
  const BESIDE: ReadonlySet<unknown> = new Set(['delivery settled', 'delivery not made', 'act']);

  describe(`who may do what where, while ${state}`, () => {
    let town: Town;
    let acts: Acts;
    let rows: ReadonlyMap<string, string>;
    /** The bots and the people without an account who have been told already, and where. */
    const told = new Set<string>();

    before(async function () {
      this.timeout(AZURITE_START_MS);
      await azurite();
      town = await aTown({ isSecretaryNamed: state === 'a secretary is named' });
      acts = await actsIn(town);
      rows = await rowsOf(town);
    });
    after(async () => town.stop());

    function cellsOf(row: Row): readonly Cell[] {
      const places = placesOf(row, PLACES).filter((place) => state === STATES[0] || isByState(row.right, place));
      return places.flatMap((place) =>
        KINDS.map((kind) => ({ place, kind, expected: expected(row.right, state, place, kind, isButton(row)) })),
      );
    }

    /** Each process tells a bot and someone without an account once in each place; presses are always answered. */
    function isTold(row: Row, { place, kind, expected: outcome }: Cell): boolean {
      if (row.how === 'pressed' || (outcome !== 'a bot' && outcome !== 'unknown person')) return true;
      const name = `${place}, ${kind}`;
      const isFirst = !told.has(name);
      told.add(name);
      return isFirst;
    }

    for (const row of JUDGED.filter((each) => cellsOf(each).some(isRefusedCell))) {
      it(`${row.name} is refused to those without the right, who are told why; only the audit and the log tell of it`, async () => {
        const refused = cellsOf(row).filter(isRefusedCell);
        const before = rows;
        const earlier = town.log.length;
        const outcomes = await Promise.all(
          refused.map(async (cell) => {
            const isFirst = isTold(row, cell);
            const said = await acts.act(row, cell.place, cell.kind);
            return { cell, said, isAsExpected: isFirst ? says(said, cell) : said === '' };
          }),
        );
        rows = await rowsOf(town);
        deepEqual(
          outcomes
            .filter(({ isAsExpected }) => !isAsExpected)
            .map(({ cell: { place, kind, expected: outcome }, said }) => ({ place, kind, outcome, said })),
          [],
        );
        const lines = loggedSince(town, earlier).map(({ field: _field, ...line }) => line);
        deepEqual(inOrder(lines), inOrder(refused.map((cell) => logLine(row, cell))));

        const added = [...rows].filter(([key]) => !before.has(key));
        deepEqual(
          [...rows].filter(([key]) => before.has(key)),
          [...before],
        );
        deepEqual(
          inOrder(added.map(([, properties]) => auditedIn(properties))),
          inOrder(
            refused.map(({ place, kind, expected: outcome }) => ({
              by: kind === 'somebody without an account' ? null : asStored(acts.personOf(kind)),
              act: 'refused',
              where: acts.whereOf(place, kind),
              departmentId: null,
              subject: isNotServed(outcome) ? null : row.name,
              reason: reasonOf(outcome),
            })),
          ),
        );
      });
    }

    for (const row of MAY_BE_DONE.filter((each) => cellsOf(each).some((cell) => !isRefusedCell(cell)))) {
      it(`${row.name} is not refused to those who have the right`, async () => {
        const earlier = town.log.length;
        const wrong: unknown[] = [];
        for (const { place, kind, expected: outcome } of cellsOf(row).filter((cell) => !isRefusedCell(cell))) {
          const said = await acts.act(row, place, kind);
          const isAsked = said.startsWith(da.setup.asked().heading);
          if (isAsked !== (outcome === 'asks the secretariat') && !isHopeless(said))
            wrong.push({ place, kind, outcome, said });
        }
        deepEqual(wrong, []);
        deepEqual(
          loggedSince(town, earlier).filter(({ msg }) => !BESIDE.has(msg)),
          [],
        );
      });
    }
  });
}

function isRefusedCell(cell: Cell): cell is Cell & { readonly expected: Refused } {
  return isRefused(cell.expected);
}

/** Whether the sentence is said; not what it says of others than who is told. */
function says(said: string, { place, expected: outcome }: Cell & { readonly expected: Refused }): boolean {
  const { heading, text } = sentenceOf(da, outcome, place === 'personal chat');
  const namesOthers = outcome === 'not head' || outcome === 'not the secretariat’s channel';
  return said.startsWith(heading) && (namesOthers || said.includes(text));
}

function logLine({ name }: Row, { expected: outcome }: Cell & { readonly expected: Refused }) {
  return isNotServed(outcome)
    ? { msg: 'not served', cause: outcome }
    : { msg: 'not allowed', act: name, reason: reasonOf(outcome) };
}

/** What an audit line holds, but for its time. */
function auditedIn(properties: string): object {
  const { body0, bodyParts } = JSON.parse(properties) as Readonly<Record<string, unknown>>;
  ok(typeof body0 === 'string' && bodyParts === 1, properties);
  const { at: _at, ...line } = JSON.parse(body0) as Readonly<Record<string, unknown>>;
  return line;
}

function inOrder(lines: readonly object[]): readonly string[] {
  return lines.map((line) => JSON.stringify(Object.entries(line).sort())).sort();
}

/** What nobody could be granted is said at once, whoever asks. */
function isHopeless(said: string): boolean {
  const { registration } = da;
  return [registration.inUseBySecretariat(), registration.notRegistered(), registration.onlyInDepartments()].some(
    ({ heading }) => said.startsWith(heading),
  );
}

function rank({ right, name }: Row): number {
  if (right === 'set up departments') return name === 'channel.unregister' ? 2 : 1;
  return right === 'place the secretariat' ? (name === 'channel.unregister-secretariat' ? 4 : 3) : 0;
}
