import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  type Card,
  dataToSend,
  findAction,
  initialInputs,
  isObject,
  requireFields,
} from '../../dev/local-teams/card-actions.js';
import type { Button } from '../../src/conversation/row.js';
import { BUTTONS } from '../../src/conversation/rows.js';
import { operationId } from '../../src/domain/ids.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da, en } from '../../src/text/messages.js';
import {
  type ABotOnHttp,
  aBotOnHttp,
  aPress,
  DEPARTMENT_CHANNEL,
  inChannel,
  SECRETARIAT_CHANNEL,
  sender,
} from '../adapters/teams/a-bot-on-http.js';
import { AASE, SECRETARY, ULLA } from '../conversation/a-bot.js';
import {
  aDepartment,
  aDepartmentId,
  aMember,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aRoundId,
  aTrace,
  TENANT,
} from '../support/builders.js';
import { read } from '../support/open-round.js';
import { ANSWERS, type Told } from './press-answers.js';
import { byRule, CELLS, type Cell, linesInMarkdown, RULES, type Situation, type Written } from './press-table.js';
import { type ButtonUse, changeRound, NOBODYS, USES } from './press-uses.js';

type Data = Readonly<Record<string, unknown>>;

const LATER_MS = 1_000;
/** Beyond the deadline of the builders' round. */
const PAST_DEADLINE_MS = 30 * 24 * 3_600_000;

const OTHER_HEAD = aPerson({ id: '3d0c6f1b-7a52-4c0e-9b1d-8e2f4a6c7d90', name: 'Jonas Bech' });
const SCHOOL = aDepartment({ id: aDepartmentId('skole'), name: 'Skole', heads: [OTHER_HEAD] });
const SCHOOL_ADDRESS = anAddress({}, 'skole');
const FORGED = {
  roundId: '../../x',
  planId: '../../x',
  departmentId: { $ne: null },
  basedOn: '0 or 1',
  name: { $ne: null },
  requestId: '../../x',
  channelId: 19,
};
const CHANNEL_IDS = [DEPARTMENT_CHANNEL, SCHOOL_ADDRESS.channelId, SECRETARIAT_CHANNEL, NOBODYS.channelId];
const DEPARTMENT_IDS = [aDepartment().id, SCHOOL.id];

describe('who presses what where, and what they are told', () => {
  let bot: ABotOnHttp;
  afterEach(async () => bot.stop());

  /** A bot with an open round, in which both departments have a head and stand as the button needs it. */
  async function setUp(before: Partial<RoundDepartment>): Promise<void> {
    const members = { find: async () => aMember(ULLA) };
    bot = await aBotOnHttp({ department: aDepartment({ heads: [AASE] }), ...before }, { members });
    await bot.stores.channels.register(
      aRegisteredDepartment({ department: SCHOOL, address: SCHOOL_ADDRESS }),
      aTrace(),
    );
    await changeDepartment('skole', { ...before, department: SCHOOL });
  }

  async function changeDepartment(id: string, changes: Partial<RoundDepartment>): Promise<void> {
    const present = await bot.stores.rounds.readDepartment(aRoundId(), aDepartmentId(id));
    ok(present);
    const department = { ...present.value, ...changes };
    const change = { change: 'replace department', department, etag: present.etag } as const;
    equal(await bot.stores.rounds.commit(aRoundId(), operationId('arrange', id), [change]), 'committed');
  }

  /** What closing does to the round and its departments. */
  async function close(): Promise<void> {
    await changeRound(bot, aRoundId(), { state: 'closed' });
    for (const id of DEPARTMENT_IDS) await changeDepartment(id, { isLocked: true });
  }

  /** All that is written of the rounds there are, those among them that an answer has shown. */
  async function everything(answers: readonly unknown[]) {
    const shown = JSON.stringify(answers).match(/(?<="roundId":")[\w-]+/gu) ?? [];
    const { rounds, channels, index, registryAudit, setupRequests } = bot.stores;
    // A trial is another round, which no answer names.
    const started = (await index.list()).map(({ roundId }) => roundId);
    const parts = [...new Set(['runde-1', 'runde-2', ...shown, ...started])].map(aRoundId).map(async (id) => ({
      overview: await rounds.readOverview(id),
      versions: await Promise.all(DEPARTMENT_IDS.map((department) => rounds.readVersions(id, department))),
      deliveries: await rounds.readDeliveries(id),
      notats: await rounds.readNotats(id),
      audit: await rounds.readAudit(id),
    }));
    const all = await Promise.all(parts);
    // That someone was refused is told in the audit of every refusal, and changes nothing.
    const registry = (await registryAudit.read(TENANT)).filter(({ act }) => act !== 'refused');
    const wishes = await Promise.all(CHANNEL_IDS.map((id) => setupRequests.find(TENANT, id)));
    const rows = JSON.stringify([all, registry, wishes, await channels.list(TENANT), await index.list()]);
    const acts: readonly Written[] = [...all.flatMap(({ audit }) => audit), ...registry].map(({ act }) => act);
    return { acts, rows };
  }

  /** Who presses, where, and what is sent. */
  function pressIn(situation: Situation, { where }: Button, { at }: ButtonUse, data: Data) {
    const theirs = where.includes('secretariat')
      ? { person: SECRETARY, channelId: SECRETARIAT_CHANNEL, data }
      : { person: AASE, channelId: DEPARTMENT_CHANNEL, data };
    const usual = at === undefined ? theirs : { person: at.by, channelId: at.address.channelId, data };
    switch (situation) {
      case 'by someone who is no head':
      case 'by someone who is no secretary':
        return { ...usual, person: ULLA };
      case 'on a copy in another department’s channel':
        return { ...usual, person: OTHER_HEAD, channelId: SCHOOL_ADDRESS.channelId };
      case 'in the secretariat’s channel':
        return { ...usual, person: SECRETARY, channelId: SECRETARIAT_CHANNEL };
      case 'in an unregistered channel':
        return { ...usual, channelId: NOBODYS.channelId };
      case 'with the ids of another department':
        return { ...usual, data: { ...data, departmentId: SCHOOL.id } };
      case 'with a forged payload':
        return { ...usual, data: { ...data, ...FORGED } };
      default:
        return usual;
    }
  }

  async function press({ person, channelId, data }: ReturnType<typeof pressIn>): Promise<unknown> {
    const action = { type: 'Action.Execute', verb: data['verb'], data };
    const { status, body } = await bot.post(
      aPress(data, {
        from: sender(person),
        // A card of a department begins its thread.
        conversation: inChannel(channelId, channelId === SECRETARIAT_CHANNEL ? '1700000000000' : '1700000000001'),
        value: { action, trigger: 'manual' },
      }),
    );
    equal(status, 200);
    return body;
  }

  for (const cell of CELLS) {
    const { row, situation, told, again, written } = cell;
    it(`${row.name}, ${situation}: ${told}, ${written.join(', ') || 'nothing'} written`, async () => {
      const use = USES[row.name] ?? fail(unknownButton(row));
      await setUp(use.before ?? {});
      if (situation === 'after the deadline') bot.clock.advance(PAST_DEADLINE_MS);
      const card = await use.opens(bot);
      requireFields(card, use.typed ?? {});
      const action = findAction(card, { verb: row.name, title: use.title });
      const pressed = pressIn(situation, row, use, dataToSend(action, { ...initialInputs(card), ...use.typed }));
      bot.clock.advance(LATER_MS);
      if (situation === 'on a stale card') await use.meanwhile(bot);
      if (situation === 'after the round is closed') await close();
      const earlier = await everything([]);
      const answers: unknown[] = [];
      for (const each of again === undefined ? [told] : [told, again]) {
        const answer = await press(pressed);
        requireAnswer(each, answer);
        answers.push(answer);
      }
      const now = await everything(answers);
      deepEqual(newIn(now.acts, earlier.acts), [...written].sort());
      if (written.length === 0) equal(now.rows, earlier.rows);
    });
  }
});

describe('the table of presses', () => {
  for (const row of BUTTONS) {
    it(`knows ${row.name}`, () => {
      ok(CELLS.some((cell) => cell.row === row) && USES[row.name] !== undefined, unknownButton(row));
    });
  }

  it('has nothing that follows from a row', () => {
    const needless = CELLS.filter((cell) => cell.isWritten && isByRule(cell));
    deepEqual(
      needless.map(({ row, situation }) => `${row.name}, ${situation}`),
      [],
    );
  });

  it('has no rule that is about no button', () => {
    for (const { about, isAbout } of RULES) ok(BUTTONS.some(isAbout), about);
  });

  it('is written down for people, line by line, as it is tested here', async () => {
    const page = await readFile(new URL('../../../docs/presses.md', import.meta.url), 'utf8');
    const [, section = ''] = page.split('## Every button in every situation');
    const lines = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Buttons?|---)/u.test(line));
    deepEqual(lines, linesInMarkdown(en));
  });
});

function unknownButton({ name }: Button): string {
  return `${name} is new here: add to USES in press-uses.ts the card that it is on, what is typed, and what makes that card stale, and to FACTS in press-table.ts what is told and written when it is pressed, when it is pressed on the stale card, and where else its row does not say it.`;
}

function isByRule({ row, situation, told, written }: Cell): boolean {
  const ruled = byRule(row, situation);
  return ruled !== undefined && ruled.told === told && written.length === 0;
}

/** The acts that were not there before, in alphabetical order. */
function newIn(now: readonly Written[], before: readonly Written[]): readonly Written[] {
  const left = [...now];
  for (const act of before) left.splice(left.indexOf(act), 1);
  return left.sort();
}

function requireAnswer(told: Told, answer: unknown): void {
  const known = ANSWERS[told];
  const value = isObject(answer) ? answer['value'] : undefined;
  if (known.as === 'notice') {
    const { heading, text } = known.notice(da);
    equal(isObject(value) ? read(value) : value, `${heading}. ${text}`);
  } else {
    const shown = read(cardIn(value));
    ok(shown.startsWith(known.heading(da)), shown);
    if (known.says !== undefined) ok(shown.includes(known.says(da)), shown);
  }
}

function cardIn(value: unknown): Card {
  ok(isObject(value), `a card, not ${JSON.stringify(value)}`);
  return value;
}
