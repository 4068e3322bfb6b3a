import { equal, match, ok } from 'node:assert/strict';
import type { DepartmentChannel } from '../../dev/demo/municipality.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import { createTableChannelRegistry } from '../../src/adapters/table/channel-registry.js';
import { channelKey, kindOf, type RowKey, roundKey } from '../../src/adapters/table/keys.js';
import { createTableRoundIndex } from '../../src/adapters/table/round-index.js';
import type { Properties, StoredRow } from '../../src/adapters/table/row.js';
import { createTableSetupRequests } from '../../src/adapters/table/setup-requests.js';
import { createTableTemplateStore } from '../../src/adapters/table/template-store.js';
import type { RowKind } from '../../src/application/ports.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { anAddress, aSecretary, aSetupRequest, START } from '../support/builders.js';
import { newestOfBot, type OpenRound, openRound, read } from '../support/open-round.js';
import { CORRUPT, OF_NEWER } from '../support/spoil-row.js';
import { type Stage, setStage } from '../support/stage.js';
import { partOfSweep } from '../support/sweep.js';
import { ofNewestRound } from './speaking.js';

/** One of every kind; which row it is of all there are, by its kind and, where one must be chosen, by part of its key. */
const KINDS: readonly RowKind[] = [
  'index entry',
  'round',
  'department',
  'version',
  'notat',
  'delivery',
  'audit line',
  'registry audit line',
  'setup request',
  'channel',
  'claim',
  'file part',
  'template',
];

const SPOILT: readonly (readonly [string, Properties])[] = [
  ['corrupt', CORRUPT],
  ['a newer version’s', OF_NEWER],
];

const REPLY = 'Vi holder nu et møde om det hver måned.';

describe('while one row cannot be read', () => {
  let stage: Stage;
  let round: OpenRound;
  let asked: readonly DepartmentChannel[];
  let rounds = 0;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet', 'Kulturområdet']);
    asked = round.town.departments.slice(0, 2);
    const templates = createTableTemplateStore(stage.table);
    for (const number of [1, 2]) {
      const template = { number, name: '', sha256: undefined, again: undefined, by: aSecretary(), at: START };
      equal(await templates.add(await tenant(), template), 'added');
    }
    const place = anAddress({ tenantId: await tenant() });
    equal(await createTableSetupRequests(stage.table).put(aSetupRequest({ address: place }), undefined), 'stored');
    await playRound();
    await playRound();
  });
  after(async () => stage.stop());

  for (const kind of KINDS) {
    // In the ordinary suite each kind in one of the ways; all of them in `npm run check:unreadable-rows`.
    for (const [how, properties] of partOfSweep(SPOILT, 1)) {
      it(`(${how}, ${kind}) all the rest goes on: deliveries, answers, status, notat, a new round and its closing`, async () => {
        const row = await rowOf(kind);
        const before = stage.log.length;
        const whole = { ...row.properties, ...properties };
        // One that is due is come across at every pass.
        await put(row.key, kind === 'delivery' ? { ...whole, state: 'pending', dueAt: START.toISOString() } : whole);
        try {
          for (const command of ['status', 'notat']) {
            const heading = read((await say(command)).card);
            ok(!heading.startsWith(da.notices.failed().heading), `${command}: ${heading}`);
          }
          await playRound();
          equal((await fetch(new URL('/readyz', stage.endpoint))).status, 200);
        } finally {
          await put(row.key, row.properties);
        }
        const logged = stage.log.slice(before);
        const isNamed =
          ({ partitionKey, rowKey }: RowKey) =>
          (line: string) =>
            [partitionKey, rowKey].every((key) => line.includes(JSON.stringify(key)));
        const named = stage.log.filter(isNamed(row.key));
        ok(named.length <= 1, named.join('\n'));
        ok(
          !logged.some((line) => line.includes('hemmeligt') || line.includes('round not delivered')),
          logged.join('\n'),
        );
      }).timeout(60_000);
    }
  }

  it('it is counted where readiness is asked for, and no longer once it is mended', async () => {
    const row = await rowOf('index entry');
    await put(row.key, { ...row.properties, ...CORRUPT });
    // What a process has just told of its readiness, it tells again for a while.
    await stage.restart();
    equal((await readiness()).unreadableRows, 1);
    await put(row.key, row.properties);
    await stage.restart();
    equal((await readiness()).unreadableRows, 0);
  });

  it('it can be mended from Teams where it is a channel’s: by registering it again, or after freeing it', async () => {
    const [department] = asked;
    ok(department);
    const place = (await channels()).find((channel) => channel.address.channelId === department.channel.id);
    ok(place?.purpose === 'department');
    const key = channelKey(place.address.tenantId, place.address.channelId);
    const row = await stage.table.read(key);
    ok(row);
    await put(key, { ...row.properties, ...CORRUPT });
    const { registration } = da;
    match(
      read((await say(`tilknyt ${department.name}`, round.town.secretary, department.channel)).card),
      heading(registration.department(department.name, false).heading),
    );
    const mended = (await channels()).find((channel) => channel.address.channelId === department.channel.id);
    equal(mended?.purpose === 'department' && mended.department.id, place.department.id);
    await put(key, { ...row.properties, ...CORRUPT });
    match(
      read((await say('frakobl', round.town.secretary, department.channel)).card),
      heading(registration.removedUnreadable().heading),
    );
    match(
      read((await say(`tilknyt ${department.name}`, round.town.secretary, department.channel)).card),
      heading(registration.department(department.name, false).heading),
    );
  });

  it('of the newest template, no notat is made in another, and the secretariat is told', async () => {
    const newest = (await rowsOf('template')).at(-1);
    ok(newest);
    await put(newest.key, { ...newest.properties, ...CORRUPT });
    try {
      const { teams } = stage;
      const { message, title } = await openAndAnswer();
      match(read(message.card), /Der er ingen Word-fil, fordi jeres skabelon ikke kunne læses/u);
      equal(JSON.stringify(message.card).includes('Action.OpenUrl'), false);
      const [asked] = await sayPersonally('notat');
      ok(asked);
      const told = await teams.press(round.town.secretary, asked, 'Runde 1');
      match(told.toast ?? '', /Skabelonen kan ikke læses.*Skriv skabelon/u);
      await teams.press(round.town.secretary, message, da.notat.close);
      const refused = await teams.press(round.town.secretary, message, da.closing.close);
      match(refused.toast ?? '', heading(da.closing.templateUnreadable().heading));
      await put(newest.key, newest.properties);
      await teams.press(round.town.secretary, message, da.closing.close);
      await given(da.notat.finalHeading(1), title);
    } finally {
      await put(newest.key, newest.properties);
    }
  });

  it('of the newest template, its secretariat sees the others and takes one of them into use', async () => {
    const newest = (await rowsOf('template')).at(-1);
    ok(newest);
    await put(newest.key, { ...newest.properties, ...CORRUPT });
    for (const words of ['skabelon', 'tidligere skabeloner']) {
      const [card] = await sayPersonally(words);
      match(read(card?.card), /valgt sidst, kan ikke læses[\s\S]*Nummer 2 kan ikke læses\s+Valgt sidst/u);
    }
    const [card] = await sayPersonally('skabelon');
    ok(card);
    await stage.teams.press(round.town.secretary, card, 'Gå tilbage til standardskabelonen');
    match(read((await sayPersonally('skabelon'))[0]?.card), /Nye notater skrives i standardskabelonen/u);
    await put(newest.key, newest.properties);
  });

  it('of a department in the newest round, its text stays with whoever sends it, and closing names it', async () => {
    const { teams } = stage;
    const { requests } = await openNew();
    const [[department, request] = []] = requests;
    ok(department && request);
    const newest = await newestRound();
    const row = (await rowsOf('department')).find(({ key }) => key.partitionKey === newest.key.partitionKey);
    ok(row);
    const spoilt = requests.find(([{ name }]) => String(row.properties['body0']).includes(`"name":"${name}"`));
    ok(spoilt);
    await put(row.key, { ...row.properties, ...CORRUPT });
    const answered = await teams.press(spoilt[0].head, spoilt[1], da.request.send, { reply: REPLY });
    match(answered.toast ?? '', heading(da.notices.replyUnreadable().heading));
    const status = read((await say('status')).card);
    match(status, new RegExp(`${da.status.unreadable}[\\s\\S]*${spoilt[0].name}`, 'u'));
    const notat = await say('notat');
    match(
      read(notat.card),
      /Svaret fra ét fagområde kan ikke læses[\s\S]*Svaret kan ikke læses; den it-ansvarlige kan se hvorfor/u,
    );
    const closing = await teams.press(round.town.secretary, notat, da.notat.close);
    match(read(closing.card), new RegExp(`${spoilt[0].name}[\\s\\S]*${da.closing.unreadable}`, 'u'));
    const closed = await teams.press(round.town.secretary, notat, da.closing.close);
    match(read(closed.card), heading(da.closing.underWay().heading));
    const final = await given(da.notat.finalHeading(1), titleOf());
    match(read(final.card), /Svaret kunne ikke læses, da runden blev afsluttet/u);
  }).timeout(60_000);

  function titleOf(): string {
    return `Opfølgning på tilsynets rapport ${2000 + rounds}`;
  }

  /** A whole round, from its form to its final notat. */
  async function playRound(): Promise<void> {
    const { teams } = stage;
    const { message, title } = await openAndAnswer();
    const status = read((await say('status')).card);
    ok(status.includes(title) && status.includes(da.status.progress(2, 2)), status);
    const notat = await say('notat');
    ok(read(notat.card).includes(title), read(notat.card));
    await teams.press(round.town.secretary, message, da.notat.close);
    const closed = await teams.press(round.town.secretary, message, da.closing.close);
    match(read(closed.card), heading(da.closing.underWay().heading));
    await given(da.notat.finalHeading(1), title);
  }

  /** A round that everyone asked has answered, and its complete notat. */
  async function openAndAnswer() {
    const { teams } = stage;
    const { title, requests } = await openNew();
    for (const [department, request] of requests) {
      const { card } = await teams.press(department.head, request, da.request.send, { reply: REPLY });
      match(read(card), heading(da.receipt.heading));
    }
    return { title, message: await given(da.notat.completeHeading, title) };
  }

  async function openNew() {
    const { teams } = stage;
    rounds += 1;
    const title = titleOf();
    const { secretary } = round.town;
    const form = await say('ny runde');
    const ids = (await channels()).flatMap((channel) =>
      asked.some((each) => each.channel.id === channel.address.channelId) && channel.purpose === 'department'
        ? [channel.department.id]
        : [],
    );
    const values = {
      title,
      report: 'Tilsynets rapport',
      introduction: '',
      deadline: addDays(danishDayOf(new Date()), 7),
      departments: ids.join(','),
    };
    const preview = await teams.press(secretary, form, { verb: 'round.preview' }, values);
    match(read(preview.card), heading(da.roundPreview.heading));
    const started = await teams.press(secretary, form, { verb: 'round.start' });
    match(read(started.card), heading(da.roundStarted.heading));
    const requests: (readonly [DepartmentChannel, Message])[] = [];
    for (const department of asked) {
      const isThere = () => read(newestOfBot(teams, department.channel).card).includes(title);
      await teams.until(isThere, `the card of ${title}`);
      requests.push([department, newestOfBot(teams, department.channel)]);
    }
    return { title, requests };
  }

  /** Writes to the bot, and waits for the last of its answers. */
  async function say(
    text: string,
    person: Person = round.town.secretary,
    channel: Channel = round.town.secretariat,
  ): Promise<Message> {
    const { message } = await stage.teams.write(person, channel, `@Notatbot ${text}`);
    const answer = message.thread.messages.findLast(({ from }) => from === 'bot');
    ok(answer, `an answer to ${text}`);
    return ofNewestRound(stage.teams, person, answer);
  }

  /** What the bot answers the secretary in their own chat. */
  async function sayPersonally(text: string): Promise<readonly Message[]> {
    const { teams } = stage;
    const { secretary } = round.town;
    const fromBot = () => teams.personalChat(secretary).messages.filter(({ from }) => from === 'bot');
    const before = fromBot().length;
    await teams.write(secretary, teams.personalChat(secretary), text);
    return fromBot().slice(before);
  }

  /** Waits for a card in the secretariat's channel. */
  async function given(start: string, title: string): Promise<Message> {
    const messages = () => stage.teams.threads(round.town.secretariat).flatMap((thread) => thread.messages);
    const isIt = ({ card }: Message) => read(card).startsWith(start) && read(card).includes(title);
    return stage.teams.until(() => messages().find(isIt), `${start}: ${title}`);
  }

  function heading(text: string): RegExp {
    return new RegExp(`^${text}`, 'u');
  }

  async function put(key: RowKey, properties: Properties): Promise<void> {
    equal((await stage.table.transact([{ change: 'put', row: { key, properties } }])).kind, 'done');
  }

  async function rowsOf(kind: RowKind): Promise<readonly StoredRow[]> {
    const rows: StoredRow[] = [];
    for await (const page of stage.table.everything()) rows.push(...page.filter(({ key }) => kindOf(key) === kind));
    return rows;
  }

  /** The row of the newest round; for a template, one that is not used any more; for a channel, one that is not asked. */
  async function rowOf(kind: RowKind): Promise<StoredRow> {
    const { key } = await newestRound();
    const notAsked = round.town.departments.at(-1)?.channel.id;
    const rows = await rowsOf(kind);
    const chosen =
      kind === 'channel' || kind === 'claim'
        ? rows.find((row) => JSON.stringify(row.properties).includes(`${notAsked}`))
        : (rows.find((row) => row.key.partitionKey === key.partitionKey) ?? rows[0]);
    ok(chosen, kind);
    return chosen;
  }

  async function newestRound(): Promise<StoredRow> {
    const [newest] = await createTableRoundIndex(stage.table).list();
    const row = newest && (await stage.table.read(roundKey(newest.roundId)));
    ok(row);
    return row;
  }

  async function tenant(): Promise<string> {
    const [entry] = await createTableRoundIndex(stage.table).list();
    ok(entry);
    return entry.tenantId;
  }

  async function channels() {
    return createTableChannelRegistry(stage.table).list(await tenant());
  }

  async function readiness(): Promise<{ readonly unreadableRows: number }> {
    const response = await fetch(new URL('/readyz', stage.endpoint));
    equal(response.status, 200);
    return (await response.json()) as { readonly unreadableRows: number };
  }
});
