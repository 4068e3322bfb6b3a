import { deepEqual, equal, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LOCAL_BOT } from '../../dev/demo/stage.js';
import { createActivities } from '../../dev/local-teams/activities.js';
import { type Card, dataToSend, findAction, initialInputs, isObject } from '../../dev/local-teams/card-actions.js';
import type { Channel, Person as TeamsPerson } from '../../dev/local-teams/directory.js';
import { createTableChannelRegistry } from '../../src/adapters/table/channel-registry.js';
import { createTableRoundStore } from '../../src/adapters/table/round-store.js';
import type { RoundStore } from '../../src/application/ports.js';
import { saveDraft } from '../../src/application/reply/save-draft.js';
import { submitReply } from '../../src/application/reply/submit-reply.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import { type DepartmentId, operationId, type RoundId } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person.js';
import { seenNow } from '../../src/domain/reply/seen.js';
import { addDays, type Deadline, danishDayOf } from '../../src/domain/round/deadline.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da, en } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  anAsk,
  aPlan,
  aProposal,
  aRound,
  aRoundDepartment,
  aRoundId,
  aVersion,
} from '../support/builders.js';
import { read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { ANSWERS, type Button, PRESS_TABLE, type PressRow, type Situation, toMarkdown } from './press-table.js';

/** What each button needs: the department as it stands, how its card is opened, and what is typed. */
interface ButtonUse {
  readonly isSecretariats: boolean;
  /** What has happened before the card is made. */
  readonly before: Partial<RoundDepartment>;
  /** The verb whose answer is the card with the button. */
  readonly opens: string;
  readonly title: string;
  readonly typed: Readonly<Record<string, string>>;
  /** What makes the card a stale one. */
  readonly meanwhile: (rounds: RoundStore, present: RoundDepartment, head: Person) => Promise<unknown>;
}

const clock = { now: () => new Date() };

const answeredMeanwhile: ButtonUse['meanwhile'] = (rounds, present, by) =>
  submitReply({ rounds, clock }, { ...pressOf(present, by), answer: textOf('Et andet svar.'), keepCpr: undefined });

const draftedMeanwhile: ButtonUse['meanwhile'] = (rounds, present, by) =>
  saveDraft({ rounds, clock }, { ...pressOf(present, by), typed: 'En anden kladde' });

/** Someone who is no head proposes something else than what waits. */
const proposedMeanwhile: ButtonUse['meanwhile'] = (rounds, present) =>
  submitReply(
    { rounds, clock },
    { ...pressOf(present, aProposal().author), answer: textOf('Et andet forslag.'), keepCpr: undefined },
  );

const ASKED = {};
const ANSWERED = { reply: aVersion() };

const USES: Readonly<Record<Button, ButtonUse>> = {
  send: {
    isSecretariats: false,
    before: ASKED,
    opens: 'reply.show',
    title: da.request.send,
    typed: { reply: 'Vi har lært noget.' },
    meanwhile: answeredMeanwhile,
  },
  'nothing to say': {
    isSecretariats: false,
    before: ASKED,
    opens: 'reply.show',
    title: da.request.nil,
    typed: {},
    meanwhile: answeredMeanwhile,
  },
  'save draft': {
    isSecretariats: false,
    before: ASKED,
    opens: 'reply.show',
    title: da.request.saveDraft,
    typed: { reply: 'Vi er i gang' },
    meanwhile: draftedMeanwhile,
  },
  approve: {
    isSecretariats: false,
    before: { proposal: aProposal() },
    opens: 'reply.show',
    title: da.approval.approve,
    typed: {},
    meanwhile: proposedMeanwhile,
  },
  edit: {
    isSecretariats: false,
    before: ANSWERED,
    opens: 'reply.show',
    title: da.receipt.correct,
    typed: {},
    meanwhile: answeredMeanwhile,
  },
  decline: {
    isSecretariats: false,
    before: ASKED,
    opens: 'reply.open-decline',
    title: da.decline.send,
    typed: { reason: 'Rapporten handler om plejehjem.' },
    meanwhile: answeredMeanwhile,
  },
  'send back': {
    isSecretariats: true,
    before: ANSWERED,
    opens: 'department.open-send-back',
    title: da.followUp.sendBackNow,
    typed: { comment: 'Skriv gerne et eksempel.' },
    meanwhile: answeredMeanwhile,
  },
  'answer on behalf': {
    isSecretariats: true,
    before: ASKED,
    opens: 'department.open-answer',
    title: da.followUp.answerNow,
    typed: { reply: 'Sekretariatets svar.' },
    meanwhile: answeredMeanwhile,
  },
  nudge: {
    isSecretariats: true,
    before: ASKED,
    opens: 'department.show',
    title: da.followUp.nudge,
    typed: {},
    meanwhile: answeredMeanwhile,
  },
  'accept decline': {
    isSecretariats: true,
    before: { decline: aDecline() },
    opens: 'department.show',
    title: da.followUp.acceptInNotat,
    typed: {},
    meanwhile: answeredMeanwhile,
  },
};

function textOf(typed: string) {
  return { kind: 'text', typed } as const;
}

function pressOf(present: RoundDepartment, by: Person) {
  const { roundId, department, address } = present;
  const posted = { conversationId: address.channelId, activityId: 'imens' };
  return { roundId, departmentId: department.id, address, by, posted, press: randomUUID(), seen: seenNow(present) };
}

describe('who presses what where, and what they are told', () => {
  let stage: Stage;
  let rounds: RoundStore;
  let places: Readonly<Record<'department' | 'other' | 'secretariat' | 'unregistered', Channel>>;
  let people: Readonly<Record<'head' | 'otherHead' | 'colleague' | 'secretary', TeamsPerson>>;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    rounds = createTableRoundStore(stage.table);
    const team = stage.teams.addTeam('Rådhuset');
    const channel = (name: string) => stage.teams.addChannel(team, name);
    places = {
      department: channel('Socialområdet'),
      other: channel('Skoleområdet'),
      secretariat: channel('Sekretariatet'),
      unregistered: channel('Frokost'),
    };
    people = {
      head: stage.teams.addPerson('Mette Holm'),
      otherHead: stage.teams.addPerson('Jonas Bech'),
      colleague: stage.teams.addPerson('Bo Lind'),
      secretary: stage.teams.addPerson('Karen Lund'),
    };
    const channels = createTableChannelRegistry(stage.table);
    await channels.register({ purpose: 'secretariat', address: addressOf(places.secretariat) });
    for (const { department, address } of departmentsOf(aRoundId(), {}, dayFromNow(1))) {
      await channels.register({ purpose: 'department', address, department, registeredAt: clock.now() });
    }
  });
  after(async () => stage.stop());

  function addressOf({ id, teamId }: Channel): ChannelAddress {
    const tenantId = people.head.tenantId;
    return { tenantId, teamId, channelId: id, serviceUrl: stage.teams.serviceUrl };
  }

  function departmentsOf(roundId: RoundId, changes: Partial<RoundDepartment>, deadline: Deadline) {
    const of = (id: string, name: string, head: TeamsPerson, channel: Channel, position: number) =>
      aRoundDepartment({
        roundId,
        department: aDepartment({ id: aDepartmentId(id), name, heads: [toPerson(head)] }),
        position,
        address: addressOf(channel),
        ask: anAsk({ deadline }),
        ...changes,
      });
    return [
      of('social', 'Socialområdet', people.head, places.department, 0),
      of('skole', 'Skoleområdet', people.otherHead, places.other, 1),
    ];
  }

  /** A round that is open, in which both departments stand as the button needs it. */
  async function openRound({ before: changes }: ButtonUse, situation: Situation): Promise<RoundId> {
    const roundId = aRoundId(randomUUID());
    const deadline = dayFromNow(situation === 'after the deadline' ? -1 : 7);
    const departments = departmentsOf(roundId, changes, deadline);
    const invitations = departments.map(({ department, address }) => ({ department, address }));
    const plan = aPlan({ ask: anAsk({ deadline }), invitations });
    const round = aRound({ id: roundId, state: 'open', plan, secretariat: addressOf(places.secretariat) });
    await rounds.commit(roundId, operationId('arrange'), [
      { change: 'insert round', round },
      ...departments.map((department) => ({ change: 'insert department', department }) as const),
    ]);
    return roundId;
  }

  /** What closing does to the round and its departments. */
  async function close(roundId: RoundId): Promise<void> {
    const round = await rounds.readRound(roundId);
    const departments = await Promise.all(
      ['social', 'skole'].map((id) => rounds.readDepartment(roundId, aDepartmentId(id))),
    );
    ok(round);
    await rounds.commit(roundId, operationId('close'), [
      { change: 'replace round', round: { ...round.value, state: 'closed' }, etag: round.etag },
      ...departments.flatMap((stored) =>
        stored === undefined
          ? []
          : [
              {
                change: 'replace department',
                department: { ...stored.value, isLocked: true },
                etag: stored.etag,
              } as const,
            ],
      ),
    ]);
  }

  /** All that is written of a round, as text. */
  async function everythingIn(roundId: RoundId): Promise<string> {
    const ids: readonly DepartmentId[] = [aDepartmentId('social'), aDepartmentId('skole')];
    return JSON.stringify([
      await rounds.readOverview(roundId),
      await Promise.all(ids.map((id) => rounds.readVersions(roundId, id))),
      await rounds.readDeliveries(roundId),
      await rounds.readAudit(roundId),
    ]);
  }

  /** Sends an action as Teams does, in a thread of a channel. */
  async function press(
    person: TeamsPerson,
    channel: Channel,
    data: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const activities = createActivities(LOCAL_BOT, person.tenantId, stage.teams.serviceUrl, () => stage.teams.people);
    const rootId = '1700000000001';
    const thread = {
      kind: 'channel',
      rootId,
      conversationId: `${channel.id};messageid=${rootId}`,
      channel,
      messages: [],
    } as const;
    const message = {
      id: rootId,
      thread,
      from: 'bot',
      edits: 0,
      text: '',
      summary: undefined,
      card: undefined,
      files: [],
    } as const;
    const response = await fetch(stage.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activities.executed(person, message, { verb: String(data['verb']) }, data)),
    });
    equal(response.status, 200);
    return response.json();
  }

  /** The data that a button of the present card sends, pressed by whoever may. */
  async function dataOf({ isSecretariats, opens, title, typed }: ButtonUse, roundId: RoundId) {
    const [person, channel] = isSecretariats
      ? [people.secretary, places.secretariat]
      : [people.head, places.department];
    const card = cardIn(await press(person, channel, { verb: opens, roundId, departmentId: 'social' }));
    return dataToSend(findAction(card, title), { ...initialInputs(card), ...typed });
  }

  /** Who presses, where, and what is sent. */
  function pressIn(situation: Situation, { isSecretariats }: ButtonUse, data: Readonly<Record<string, unknown>>) {
    const usual = isSecretariats
      ? { person: people.secretary, channel: places.secretariat, data }
      : { person: people.head, channel: places.department, data };
    switch (situation) {
      case 'by someone who is no head':
        return { ...usual, person: people.colleague };
      case 'on a copy in another department’s channel':
        return { ...usual, person: people.otherHead, channel: places.other };
      case 'in the secretariat’s channel':
        return { ...usual, person: people.secretary, channel: places.secretariat };
      case 'in an unregistered channel':
        return { ...usual, channel: places.unregistered };
      case 'with the ids of another department':
        return { ...usual, data: { ...data, departmentId: 'skole' } };
      case 'with a forged payload':
        return { ...usual, data: { ...data, roundId: '../../x', departmentId: { $ne: null }, basedOn: '0 or 1' } };
      default:
        return usual;
    }
  }

  for (const row of PRESS_TABLE) {
    const { button, situation, told, written } = row;
    it(`${button}, ${situation}: ${told}, ${written.join(', ') || 'nothing'} written`, async () => {
      const use = USES[button];
      const roundId = await openRound(use, situation);
      const data = await dataOf(use, roundId);
      if (situation === 'on a stale card') {
        const present = await rounds.readDepartment(roundId, aDepartmentId('social'));
        ok(present);
        await use.meanwhile(rounds, present.value, toPerson(people.head));
      }
      if (situation === 'after the round is closed') await close(roundId);
      const earlier = await everythingIn(roundId);
      const noted = (await rounds.readAudit(roundId)).length;
      const { person, channel, data: sent } = pressIn(situation, use, data);
      for (let times = situation === 'pressed twice' ? 2 : 1; times > 0; times -= 1) {
        requireAnswer(row, await press(person, channel, sent));
      }
      const acts = (await rounds.readAudit(roundId)).slice(noted).map(({ act }) => act);
      deepEqual(acts, written);
      if (written.length === 0) equal(await everythingIn(roundId), earlier);
    });
  }

  it('is written down for people, row by row, as it is tested here', async () => {
    const page = await readFile(new URL('../../../docs/presses.md', import.meta.url), 'utf8');
    const [, table = ''] = page.split('## Every button in every situation');
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Button|---)/u.test(line));
    deepEqual(
      rows,
      PRESS_TABLE.map((row) => toMarkdown(row, en)),
    );
  });

  it('knows every button in every situation, once', () => {
    const cells = PRESS_TABLE.map(({ button, situation }) => `${button}, ${situation}`);
    const situations = new Set(PRESS_TABLE.map(({ situation }) => situation));
    equal(new Set(cells).size, cells.length);
    equal(cells.length, Object.keys(USES).length * situations.size);
  });
});

function toPerson({ aadObjectId, name }: TeamsPerson): Person {
  return { id: aadObjectId, name };
}

function dayFromNow(days: number): Deadline {
  return addDays(danishDayOf(clock.now()), days);
}

function cardIn(answer: unknown): Card {
  const value = isObject(answer) ? answer['value'] : undefined;
  ok(isObject(value), `a card, not ${JSON.stringify(answer)}`);
  return value;
}

function requireAnswer({ told }: PressRow, answer: unknown): void {
  const { as, heading, says } = ANSWERS[told];
  const value = isObject(answer) ? answer['value'] : undefined;
  if (as === 'notice') {
    ok(typeof value === 'string' && value.startsWith(`${heading(da)}. `), JSON.stringify(value).slice(0, 300));
  } else {
    const [first, ...rest] = read(cardIn(answer)).split('\n');
    equal(first, heading(da));
    if (says !== undefined) ok(rest.join('\n').includes(says(da)), rest.join('\n'));
  }
}
