import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Row } from '../../src/conversation/row.js';
import { ROWS } from '../../src/conversation/rows.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type FaultProxy, isOfOutbox, startFaultProxy } from '../support/fault-proxy.js';
import { aTown, type Town } from './a-town.js';
import { type Acts, actsIn } from './acts-in-town.js';
import { ARRANGEMENTS } from './cost-arrangements.js';
import type { Kind, TownPlace } from './rights-table.js';

/** What an act costs before it is answered: requests to the store, and calls to Teams other than the answer. */
type Cost = readonly [storage: number, connector: number];

const HEADED = 'department with a head';
const OPEN = 'department without heads';
const OFFICE = 'secretariat';
const LUNCH = 'unregistered channel';
const CHAT = 'personal chat';

/** Each act as it is mostly done, with the tenant told, and what it costs. */
const USUAL: Readonly<Record<string, readonly [Kind, TownPlace, ...Cost]>> = {
  'reply.send': ['head', HEADED, 2, 0],
  'reply.nil': ['head', HEADED, 2, 0],
  'reply.keep-cpr': ['head', HEADED, 2, 0],
  'reply.save-draft': ['head', HEADED, 2, 0],
  'reply.open-dialog': ['head', HEADED, 2, 0],
  'reply.save-own': ['head', HEADED, 3, 0],
  'reply.preview': ['head', HEADED, 1, 0],
  'reply.approve': ['head', HEADED, 2, 0],
  'reply.edit': ['head', HEADED, 1, 0],
  'reply.show': ['head', HEADED, 1, 0],
  'reply.accept-edit': ['head', HEADED, 2, 0],
  'reply.dismiss-edit': ['head', HEADED, 2, 0],
  'reply.open-decline': ['head', HEADED, 2, 0],
  'reply.decline': ['head', HEADED, 2, 0],
  'reply.open-time': ['head', HEADED, 1, 0],
  'reply.ask-for-time': ['head', HEADED, 2, 0],
  'written.use': ['head', HEADED, 1, 0],
  'written.ask': ['head', HEADED, 2, 0],
  'written.dismiss': ['head', HEADED, 1, 0],
  'question.open': ['head', HEADED, 1, 0],
  'question.ask': ['head', HEADED, 2, 0],
  'question.show': ['secretary', OFFICE, 2, 0],
  'question.answer': ['secretary', OFFICE, 3, 0],
  'question.answer-all': ['secretary', OFFICE, 4, 0],
  'department.show': ['secretary', OFFICE, 2, 0],
  'department.find': ['secretary', OFFICE, 2, 0],
  'department.open-send-back': ['secretary', OFFICE, 2, 0],
  'department.send-back': ['secretary', OFFICE, 3, 0],
  'department.open-answer': ['secretary', OFFICE, 2, 0],
  'department.answer': ['secretary', OFFICE, 3, 0],
  'department.answer-nil': ['secretary', OFFICE, 3, 0],
  'department.keep-cpr': ['secretary', OFFICE, 3, 0],
  'department.open-edit': ['secretary', OFFICE, 2, 0],
  'department.propose-edit': ['secretary', OFFICE, 3, 0],
  'department.grant-time': ['secretary', OFFICE, 3, 0],
  'department.decline-time': ['secretary', OFFICE, 3, 0],
  'department.open-deadline': ['secretary', OFFICE, 2, 0],
  'department.nudge': ['secretary', OFFICE, 5, 0],
  'department.accept-decline': ['secretary', OFFICE, 3, 0],
  'round.preview': ['secretary', OFFICE, 5, 0],
  'round.edit': ['secretary', OFFICE, 6, 0],
  'round.start': ['secretary', OFFICE, 4, 0],
  'round.roll-forward': ['secretary', OFFICE, 6, 0],
  'round.keep-form': ['secretary', OFFICE, 6, 0],
  'round.leave-plan': ['secretary', OFFICE, 10, 0],
  'round.start-later': ['secretary', OFFICE, 6, 2],
  'round.cancel-later-start': ['secretary', OFFICE, 4, 2],
  'round.try-channels': ['secretary', OFFICE, 4, 2],
  'round.try': ['secretary', OFFICE, 5, 2],
  'round.end-trial': ['secretary', OFFICE, 3, 0],
  'round.open-change': ['secretary', OFFICE, 3, 0],
  'round.change': ['secretary', OFFICE, 5, 0],
  'round.prepare-withdrawal': ['secretary', OFFICE, 2, 0],
  'round.withdraw': ['secretary', OFFICE, 3, 0],
  'round.move-deadline': ['secretary', OFFICE, 4, 0],
  'round.save-plan': ['secretary', OFFICE, 4, 0],
  // Where the client tells the message: one more for the index, and one for each round.
  'message.close': ['secretary', OFFICE, 1, 0],
  'round.open-deadline': ['secretary', OFFICE, 3, 0],
  'round.show-desk': ['secretary', OFFICE, 3, 0],
  'round.prepare-reminding-all': ['secretary', OFFICE, 2, 0],
  'round.remind-all': ['secretary', OFFICE, 5, 0],
  'round.find': ['secretary', OFFICE, 3, 0],
  'round.show-notat': ['secretary', OFFICE, 5, 0],
  'round.prepare-closing': ['secretary', OFFICE, 3, 0],
  'round.close': ['secretary', OFFICE, 5, 0],
  'round.reopen': ['secretary', OFFICE, 5, 0],
  'closing.propose-edits': ['secretary', OFFICE, 6, 0],
  'notat.read': ['head', HEADED, 4, 0],
  'notat.renew': ['secretary', OFFICE, 4, 0],
  'setup.confirm': ['secretary', HEADED, 6, 0],
  'setup.move-secretariat': ['administrator', LUNCH, 7, 3],
  'setup.grant': ['secretary', OFFICE, 11, 1],
  'setup.decline': ['secretary', OFFICE, 5, 1],
  'setup.place': ['administrator', LUNCH, 12, 4],
  'setup.refresh': ['secretary', OFFICE, 7, 2],
  'setup.bind': ['secretary', OFFICE, 12, 0],
  'setup.edit-department': ['secretary', OFFICE, 3, 1],
  'setup.department-form': ['secretary', OFFICE, 3, 1],
  'setup.save-department': ['secretary', OFFICE, 14, 1],
  'setup.retire': ['secretary', OFFICE, 7, 0],
  'setup.move-department': ['secretary', OFFICE, 9, 0],
  'setup.new-round': ['secretary', OFFICE, 6, 0],
  'setup.show': ['secretary', OFFICE, 7, 2],
  'setup.begin': ['administrator', LUNCH, 4, 0],
  'setup.where': ['head', CHAT, 2, 0],
  'delivery.send-again': ['secretary', OFFICE, 4, 0],
  'delivery.arrived': ['secretary', OFFICE, 4, 0],
  'command.run': ['secretary', OFFICE, 3, 0],
  'channel.register': ['secretary', LUNCH, 8, 0],
  'channel.register-secretariat': ['administrator', LUNCH, 4, 0],
  'round.new': ['secretary', OFFICE, 6, 0],
  'round.status': ['secretary', OFFICE, 4, 0],
  'round.list': ['secretary', OFFICE, 3, 0],
  'round.write-deadline': ['secretary', OFFICE, 3, 0],
  'round.write-change': ['secretary', OFFICE, 5, 0],
  'round.write-withdrawal': ['secretary', OFFICE, 4, 0],
  'round.plan': ['secretary', OFFICE, 3, 0],
  'round.try-reminding': ['secretary', OFFICE, 3, 0],
  'round.explain-reminding': ['secretary', OFFICE, 3, 0],
  'notat.compile': ['secretary', OFFICE, 5, 0],
  'round.check-closing': ['secretary', OFFICE, 5, 0],
  'reply.versions': ['head', HEADED, 5, 0],
  'channel.heads': ['secretary', HEADED, 10, 1],
  'channel.deputies': ['secretary', HEADED, 10, 1],
  'channel.director': ['secretary', HEADED, 11, 1],
  'channel.secretaries': ['secretary', OFFICE, 1, 0],
  'channel.language': ['head', HEADED, 9, 0],
  'channel.unregister': ['secretary', HEADED, 6, 0],
  'channel.unregister-secretariat': ['administrator', OFFICE, 3, 0],
  help: ['head', HEADED, 4, 0],
  'reply.write-in-thread': ['head', HEADED, 4, 0],
  'notat.file': ['secretary', CHAT, 8, 1],
  'template.show': ['secretary', CHAT, 5, 1],
  'template.use-installations': ['secretary', CHAT, 4, 1],
  'command.run-personally': ['secretary', CHAT, 3, 1],
  'template.fetch': ['secretary', CHAT, 4, 1],
  'template.list': ['secretary', CHAT, 3, 1],
  'template.choose': ['secretary', CHAT, 5, 1],
  'person.tell-in-channel': ['head', CHAT, 2, 0],
  'person.tell-here': ['head', CHAT, 2, 0],
  'person.tell-in-channel-again': ['head', CHAT, 2, 0],
  'help.personal': ['secretary', CHAT, 3, 0],
  'template.send': ['secretary', CHAT, 2, 1],
  'file.keep': ['secretary', CHAT, 5, 1],
};

describe('what an act costs before it is answered', () => {
  let proxy: FaultProxy;
  let town: Town;
  let acts: Acts;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    proxy = await startFaultProxy(await azurite());
  });
  after(() => proxy.close());
  afterEach(async () => {
    // What the outbox waits for is answered from now on, so that it can stop.
    proxy.reset();
    await proxy.release();
    await town.stop();
  });

  async function open(tellsTenant = true): Promise<void> {
    town = await aTown({ connectionString: proxy.connectionString });
    acts = await actsIn(town, tellsTenant);
    await town.idle();
    // What the outbox asks gets no answer, so it goes no further.
    proxy.inject('hang', { on: isOfOutbox, times: Number.MAX_SAFE_INTEGER });
  }

  async function costOf(row: Row, kind: Kind, place: TownPlace): Promise<Cost> {
    const data = await ARRANGEMENTS[row.name]?.(town);
    const [requestsBefore, callsBefore] = [proxy.requests.length, town.teams.traffic.length];
    const said = await acts.act(row, place, kind, data);
    ok(!said.startsWith(da.notices.failed().heading), said);
    const requests = proxy.requests.slice(requestsBefore);
    const calls = town.teams.traffic
      .slice(callsBefore)
      .filter(({ direction, path }) => direction === 'from bot' && !path.includes('/activities'));
    return [requests.filter((request) => !isOfOutbox(request)).length, calls.length];
  }

  function rowCalled(name: string): Row {
    const row = ROWS.find((each) => each.name === name);
    ok(row, name);
    return row;
  }

  for (const row of ROWS) {
    it(row.name, async () => {
      const usual = USUAL[row.name];
      ok(usual, `${row.name} is new here: add to USUAL who does it where, and what it costs`);
      const [kind, place, ...cost] = usual;
      await open();
      deepEqual(await costOf(row, kind, place), cost);
    });
  }

  describe('an answer in a department without heads', () => {
    it('asks Teams nothing when the tenant is told, whoever answers', async () => {
      await open();
      for (const kind of ['member', 'guest'] as const) {
        const [, connector] = await costOf(rowCalled('reply.send'), kind, OPEN);
        equal(connector, 0, kind);
      }
    });

    it('asks Teams once who it is when the tenant is not told, and not again within five minutes', async () => {
      await open(false);
      for (const kind of ['member', 'guest'] as const) {
        const [, first] = await costOf(rowCalled('reply.send'), kind, OPEN);
        const [, next] = await costOf(rowCalled('reply.send'), kind, OPEN);
        deepEqual([first, next], [1, 0], kind);
      }
    });

    it('asks anew after the members of a team have changed', async () => {
      await open(false);
      await costOf(rowCalled('reply.send'), 'member', OPEN);
      await town.teams.addMember(town.team, town.people.guest, town.people.administrator);
      const [, connector] = await costOf(rowCalled('reply.send'), 'member', OPEN);
      equal(connector, 1);
    });
  });
});
