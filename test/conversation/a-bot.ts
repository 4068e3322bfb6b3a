import assert from 'node:assert/strict';
import { dataToSend, findAction, initialInputs, requireFields } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import { createRecentTeams } from '../../src/application/channel/recent-teams.js';
import type { Log, Members } from '../../src/application/ports.js';
import { type Card, createCardRenderer } from '../../src/cards/render.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { followUpCard } from '../../src/cards/reply/follow-up-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../src/conversation/dependencies.js';
import type { ChannelAddress, PostedMessage } from '../../src/domain/channel/channel.js';
import { operationId } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person.js';
import { accepted } from '../../src/domain/result.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { da, en } from '../../src/text/messages.js';
import { EXAMPLE_NOTAT } from '../../src/text/notat/example-notat.js';
import type { Notice } from '../../src/text/notice.js';
import {
  anAct,
  anAddress,
  aPerson,
  aPosted,
  aRegisteredDepartment,
  aRound,
  aRoundDepartment,
  aSecretariat,
  aSecretary,
  aTrace,
  START,
  TENANT,
} from '../support/builders.js';
import {
  createFixedClock,
  createReadableLinks,
  createScriptedMessenger,
  createSequentialIds,
  createSteppedTime,
  type FixedClock,
} from '../support/fakes.js';
import { createMemoryFiles, createMemoryTemplates } from '../support/memory-files.js';
import { createMemoryStores, type MemoryStores } from '../support/memory-stores.js';
import { createMemoryTeamDirectory } from '../support/memory-team-directory.js';

/** Someone who is not a head where there are heads. */
export const ULLA = aPerson({ id: '5f6c2c5e-6f0b-4b39-9d0c-2f5f1f7a9b10', name: 'Ulla Østergaard' });
/** The head, where there is one. */
export const AASE = aPerson();
export const SECRETARY = aSecretary();
export const SECRETARIAT = anAddress({}, 'sekretariatet');

/** A message in a thread of the secretariat's channel. */
const AN_ANSWER = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=1700000000000` });

export interface PressOptions {
  readonly by?: Person;
  /** What is typed into the card's fields first. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Where the card is, if not in the department's channel. */
  readonly at?: ChannelAddress;
  readonly activityId?: string;
  /** The message with the card, if not the usual one: in the secretariat's channel, an answer in a thread. */
  readonly posted?: PostedMessage;
}

/** Nothing is to go wrong that a log would have to tell of. That someone may not do something is nothing wrong. */
const NO_LOG: Log = {
  info: () => undefined,
  warn: (event, fields) => assert.equal(event, 'not allowed', JSON.stringify(fields)),
  error: (event, cause) => assert.fail(new Error(event, { cause })),
};

/** The templates that are shipped, read once for all the specs. */
const render = createCardRenderer(new URL('../../../cards/', import.meta.url));

/** The bot on stores in memory, with one open round that asks one department, and another that is asked too. */
export interface ABot {
  readonly deps: ConversationDependencies;
  readonly stores: MemoryStores;
  readonly clock: FixedClock;
  /** The department's row as it is stored now. */
  department(): Promise<RoundDepartment>;
  /** Puts the department where a test wants it, as if others had been at work. */
  change(changes: Partial<RoundDepartment>): Promise<void>;
  /** What the department's channel shows now. */
  card(): Promise<Card>;
  /** The secretariat's card about the department. */
  followUp(): Promise<Card>;
  /** Presses the card's button with that verb, as a client does. */
  press(card: Card, verb: string, options?: PressOptions): Promise<Answer>;
}

/** @param changes of the department's row; of what the bot is made of, `deps` */
export async function aBot(
  changes: Partial<RoundDepartment> = {},
  parts: Partial<ConversationDependencies> = {},
): Promise<ABot> {
  const stores = createMemoryStores();
  const clock = createFixedClock();
  const members: Members = { find: async () => undefined };
  const teamDirectory = createMemoryTeamDirectory();
  const deps: ConversationDependencies = {
    ...stores,
    members,
    messenger: createScriptedMessenger(),
    channelNames: { nameOf: async () => undefined },
    teamDirectory,
    recentTeams: createRecentTeams({ teamDirectory }, createSteppedTime()),
    administrators: [SECRETARY.id],
    templates: createMemoryTemplates(),
    files: createMemoryFiles(),
    writer: { write: async (notat) => new TextEncoder().encode(JSON.stringify(notat)) },
    check: { check: async () => ({ problems: [], changes: [], understood: undefined }) },
    installationsTemplate: new TextEncoder().encode('PK standardskabelon'),
    example: EXAMPLE_NOTAT,
    transfer: { fetch: async () => ({ kind: 'failed' }), upload: async () => 'failed' },
    clock,
    calendar: DEFAULT_CALENDAR,
    ids: createSequentialIds(),
    links: createReadableLinks(),
    render,
    messagesIn: (language = 'da') => ({ da, en })[language],
    ...parts,
  };
  const round = aRound({ state: 'open', secretariat: SECRETARIAT });
  const asked = aRoundDepartment(changes);
  const other = aRoundDepartment({
    department: { ...asked.department, id: 'skole' as RoundDepartment['department']['id'], name: 'Skole' },
    address: anAddress({}, 'skole'),
    position: 1,
  });
  await stores.rounds.commit(round.id, operationId('round'), [
    { change: 'insert round', round },
    { change: 'insert department', department: asked },
    { change: 'insert department', department: other },
  ]);
  await stores.index.add({ roundId: round.id, tenantId: TENANT, createdAt: START });
  await stores.channels.register(aSecretariat(), aTrace());
  await stores.channels.register(aRegisteredDepartment({ department: asked.department }), aTrace());
  let changed = 0;

  const stored = async () => {
    const found = await stores.rounds.readDepartment(round.id, asked.department.id);
    assert.ok(found);
    return found;
  };
  const department = async () => (await stored()).value;
  return {
    deps,
    stores,
    clock,
    department,
    async change(to) {
      changed += 1;
      const { value, etag } = await stored();
      const result = await stores.rounds.commit(round.id, operationId('test', changed), [
        { change: 'replace department', department: { ...value, ...to }, etag },
      ]);
      assert.equal(result, 'committed');
    },
    async card() {
      const now = await department();
      return departmentCard(render, deps.messagesIn(now.department.language), now, deps.ids.next());
    },
    followUp: async () => followUpCard(render, da, await department(), { kind: 'shown' }, deps.ids.next()),
    async press(card, verb, { by = AASE, typed = {}, at = asked.address, activityId = 'f:1', posted } = {}) {
      requireFields(card, typed);
      const data = dataToSend(findAction(card, { verb }), { ...initialInputs(card), ...typed });
      const usual = at === SECRETARIAT ? AN_ANSWER : aPosted();
      const act = anAct({ by, address: at, activityId, posted: posted ?? usual });
      return createConversation(deps, NO_LOG).press(data, accepted(act));
    },
  };
}

/** The card that a press was answered with. */
export function cardOf(answer: Answer): Card {
  assert.ok(answer.kind === 'card', `a notice: ${JSON.stringify(answer)}`);
  return answer.card;
}

/** What a person reads on it. */
export function readAnswer(answer: Answer): string {
  return cardText(cardOf(answer));
}

/** What stands in the field. */
export function fieldOf(answer: Answer, field = 'reply'): string {
  const value = initialInputs(cardOf(answer))[field];
  return typeof value === 'string' ? value : '';
}

/** Whoever presses is the only one who sees it, whatever the answer says. */
export function assertNotice(answer: Answer, notice: Notice): void {
  assert.ok(answer.kind === 'notice', JSON.stringify(answer));
  assert.deepEqual(answer.notice, notice);
}
