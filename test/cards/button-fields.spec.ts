import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { aboutSetup } from '../../src/cards/button-fields.js';
import { VERBS } from '../../src/cards/buttons.js';
import type { Card } from '../../src/cards/render.js';
import { PERSONAL_BUTTONS } from '../../src/conversation/rows.js';
import { parseDepartmentName } from '../../src/domain/channel/department-name.js';
import { CHANNEL_ID_MAX } from '../../src/domain/limits.js';
import type { RoundFormValues } from '../../src/domain/round/round-form.js';
import { da } from '../../src/text/messages.js';
import { type ReadData, readButton } from '../conversation/read-rows.js';
import { START } from '../support/builders.js';
import { partsOf, partsOfType } from './card-parts.js';
import { everyCard, NONCE, USUAL } from './every-card.js';

const CARDS = everyCard(da);
const IDS = { roundId: 'runde-1', departmentId: 'boern', notatId: 'notat-1' };

/** What a client sends when the button is pressed and nothing has been changed in the fields. */
function sent(card: Card, verb: string): Readonly<Record<string, unknown>> {
  const [action] = partsOfType(card, 'Action.Execute').filter((each) => each['verb'] === verb);
  assert.ok(action, verb);
  const inputs = partsOf(card).filter(({ type }) => type.startsWith('Input.'));
  return { ...(action['data'] as object), ...Object.fromEntries(inputs.map(({ id, value }) => [String(id), value])) };
}

function cardOf(name: string): Card {
  const card = CARDS.get(name);
  assert.ok(card, name);
  return card;
}

/** What the row that takes the button has read. */
function dataOf(data: unknown): ReadData {
  const button = readButton(data);
  assert.ok(button, `no row takes ${inspect(data)}`);
  return button.data;
}

/** The form that it has brought. */
function valuesOf(data: unknown): RoundFormValues {
  const { values } = dataOf(data);
  assert.ok(values);
  return values;
}

function isPersonal(data: object): boolean {
  return 'verb' in data && PERSONAL_BUTTONS.some(({ name }) => name === data.verb);
}

describe('what the buttons carry', () => {
  it('is understood, whichever card they are on and whether or not the client knows universal actions', () => {
    const verbs = new Set<string>();
    for (const [name, card] of CARDS) {
      for (const { data } of partsOfType(card, 'Action.Execute').concat(partsOfType(card, 'Action.Submit'))) {
        // The status asks for the department that is chosen in its list.
        const chosen = partsOfType(card, 'Input.ChoiceSet').filter(({ id }) => id === 'departmentId');
        const [departmentId] = chosen.map(({ value }) => ({ departmentId: value }));
        // What was written stands in a field that nobody sees.
        const carried = partsOfType(card, 'Input.Text').filter(({ id }) => id === 'written');
        const [written] = carried.map(({ value }) => ({ written: value }));
        const sent: object = { ...(data as object), ...departmentId, ...written };
        // What is pressed in a personal chat says all by its name.
        if (isPersonal(sent)) continue;
        const button = readButton(sent);
        assert.ok(button, `${name}: ${JSON.stringify(data)}`);
        verbs.add(button.verb);
      }
    }
    assert.deepEqual([...verbs].toSorted(), Object.values(VERBS).toSorted());
  });

  it('says which department answers, what was typed, and which version it was based on', () => {
    const first = dataOf(sent(cardOf('request'), VERBS.sendReply));
    assert.deepEqual([first.roundId, first.basedOn, first.typed], ['runde-1', 0, '']);
    const again = dataOf(sent(cardOf('request to correct'), VERBS.sendNil));
    assert.equal(again.basedOn, 1);
    assert.equal(again.typed, 'Vi følger op hver måned.\n- Fast punkt på mødet\n- Nyt skema');
  });

  it('says what the person saw, and which card it was', () => {
    const seen = { basedOn: 1, draftSeen: 0, proposalSeen: START.getTime(), nonce: NONCE };
    const approved = dataOf(sent(cardOf('approval of a correction'), VERBS.approveReply));
    const { basedOn, draftSeen, proposalSeen, nonce } = approved;
    assert.deepEqual({ basedOn, draftSeen, proposalSeen, nonce }, seen);
  });

  it('never says that a draft was seen by who was not shown it', () => {
    const draftSeen = (name: string, verb: string) => {
      return dataOf(sent(cardOf(name), verb)).draftSeen;
    };
    assert.equal(draftSeen('request with a draft', VERBS.sendReply), START.getTime());
    assert.equal(draftSeen('request from the thread beside a draft', VERBS.sendReply), 0);
    assert.equal(draftSeen('follow-up to answer', VERBS.answerFor), 0);
    assert.equal(draftSeen('approval beside a draft', VERBS.approveReply), 0);
  });

  it('does not carry a nonce that cannot be ours', () => {
    for (const nonce of [undefined, null, '', 7, 'a b', 'x'.repeat(65), ['kort-1']]) {
      const action = dataOf({ ...IDS, verb: VERBS.nudge, nonce });
      assert.deepEqual(action, {
        roundId: 'runde-1',
        departmentId: 'boern',
        nonce: undefined,
      });
    }
  });

  it('keeps what was typed through the decline’s form and back', () => {
    for (const verb of [VERBS.decline, VERBS.showReply]) {
      const action = dataOf(sent(cardOf('decline after typing'), verb));
      assert.equal(action.typed, USUAL.reply);
    }
    const action = dataOf(sent(cardOf('decline after typing'), VERBS.decline));
    assert.equal(action.instead, 'Job og Uddannelse');
    assert.match(String(action.reason), /^Rapporten handler om/u);
  });

  it('suggests no department when none is chosen', () => {
    const action = dataOf(sent(cardOf('decline'), VERBS.decline));
    assert.ok(!parseDepartmentName(String(action.instead)).ok);
  });

  it('names the department that is chosen in the status', () => {
    const action = dataOf(sent(cardOf('status of some'), VERBS.showDepartment));
    assert.equal(action.departmentId, '1'.padStart(36, '0'));
  });

  it('says whether the notat tells of an accepted decline', () => {
    const decisions = partsOfType(cardOf('follow-up on a declined one'), 'Action.Execute')
      .map(({ data }) => readButton(data))
      .filter((button) => button?.verb === VERBS.acceptDecline);
    assert.deepEqual(
      decisions.map((button) => button?.data.inNotat),
      [true, false],
    );
  });

  it('brings the whole form back', () => {
    const action = dataOf(sent(cardOf('form with values'), VERBS.previewRound));
    assert.equal(action.roundId, 'runde-1');
    assert.equal(action.values?.title, 'Opfølgning på tilsynets årsrapport');
    assert.equal(action.values?.deadline, '2026-11-25');
    assert.equal(action.values?.departments.length, 3);
  });

  it('brings the time, the header and the last page of the form back', () => {
    const action = valuesOf(sent(cardOf('form with every field'), VERBS.previewRound));
    const { deadline, deadlineTime, caseNumber, kle, showOrigins } = action;
    assert.deepEqual([deadline, deadlineTime, showOrigins], ['2026-11-25', '12:00', 'true']);
    assert.deepEqual([caseNumber, kle], ['26/014872', '00.01.10']);
    const bare = valuesOf(sent(cardOf('form'), VERBS.previewRound));
    assert.deepEqual([bare.deadlineTime, bare.caseNumber, bare.showOrigins], ['', '', 'false']);
  });

  it('brings the plan of the reminders back', () => {
    const { remindBefore, remindOnDay, remindAfter } = valuesOf(
      sent(cardOf('form with every field'), VERBS.previewRound),
    );
    assert.deepEqual([remindBefore, remindOnDay, remindAfter], [['10', '7', '1'], 'false', '4']);
    const { values, planSeen } = dataOf(sent(cardOf('reminder-plan'), VERBS.savePlan));
    assert.deepEqual(values, { remindBefore: ['3'], remindOnDay: 'true', remindAfter: '2' });
    assert.equal(planSeen, '3/day/2');
  });

  it('reads the plan of the reminders from whatever a client sends in its fields', () => {
    const read = (fields: object) => {
      const { remindBefore, remindOnDay, remindAfter } = valuesOf({ verb: VERBS.previewRound, ...fields });
      return [remindBefore, remindOnDay, remindAfter];
    };
    // A card from before the fields.
    assert.deepEqual(read({}), [undefined, undefined, undefined]);
    assert.deepEqual(read({ remindBefore: null, remindOnDay: null, remindAfter: null }), [
      undefined,
      undefined,
      undefined,
    ]);
    // A card with the fields, where a client leaves out what is empty.
    assert.deepEqual(read({ asksReminders: true }), [[], 'false', undefined]);
    assert.deepEqual(read({ asksReminders: true, remindBefore: null }), [[], 'false', undefined]);
    assert.deepEqual(read({ remindBefore: '', remindOnDay: '', remindAfter: '' }), [[], 'false', undefined]);
    assert.deepEqual(read({ remindBefore: 3, remindOnDay: true, remindAfter: 2 }), [['3'], 'true', '2']);
    assert.deepEqual(read({ remindBefore: ['5', 1, '3'], remindOnDay: 'True', remindAfter: ['2'] }), [
      ['5', '3'],
      'true',
      undefined,
    ]);
    assert.deepEqual(read({ remindBefore: true, remindOnDay: 1, remindAfter: true }), [[], 'false', undefined]);
    assert.deepEqual(read({ remindBefore: {}, remindOnDay: {}, remindAfter: {} }), [[], 'false', undefined]);
  });

  it('carries no name of a plan that is too long to be one', () => {
    const { planSeen } = dataOf({ verb: VERBS.savePlan, roundId: 'runde-1', planSeen: '3'.repeat(101) });
    assert.equal(planSeen, '');
  });

  it('does not name a round that a new form has not got', () => {
    const action = dataOf(sent(cardOf('form'), VERBS.previewRound));
    assert.equal(action.roundId, undefined);
  });

  it('names the notat whose link is to be renewed', () => {
    assert.deepEqual(dataOf(sent(cardOf('complete notat'), VERBS.renewLink)), {
      roundId: 'runde-1',
      nonce: undefined,
      notatId: 'notat-1',
    });
  });
});

describe('what no card of ours can have sent', () => {
  const refused = (data: unknown) => assert.equal(readButton(data), undefined);

  it('is not an action', () => {
    for (const data of [undefined, null, '', 'reply.send', 7, true, [], ['reply.send'], {}]) refused(data);
  });

  it('has an unknown verb', () => {
    for (const verb of ['', 'reply', 'REPLY.SEND', '__proto__', 'constructor', 'toString', 1, null, ['reply.send']]) {
      refused({ ...IDS, basedOn: 0, verb });
    }
  });

  it('has no id, or one that cannot be ours', () => {
    const needed: Readonly<Record<string, readonly (keyof typeof IDS)[]>> = {
      [VERBS.sendReply]: ['roundId', 'departmentId'],
      [VERBS.sendNil]: ['roundId', 'departmentId'],
      [VERBS.saveDraft]: ['roundId', 'departmentId'],
      [VERBS.keepCpr]: ['roundId', 'departmentId'],
      [VERBS.editReply]: ['roundId', 'departmentId'],
      [VERBS.showReply]: ['roundId', 'departmentId'],
      [VERBS.editRound]: ['roundId'],
      [VERBS.startRound]: ['roundId'],
      [VERBS.startLater]: ['roundId'],
      [VERBS.cancelLaterStart]: ['roundId'],
      [VERBS.tryChannels]: ['roundId'],
      [VERBS.tryRound]: ['roundId'],
      [VERBS.endTrial]: ['roundId'],
      [VERBS.renewLink]: ['roundId', 'notatId'],
    };
    const whole = { ...IDS, basedOn: 0 };
    for (const [verb, ids] of Object.entries(needed)) {
      assert.ok(readButton({ ...whole, verb }), verb);
      for (const id of ids) {
        const bad = [
          undefined,
          null,
          '',
          'a/b',
          'a b',
          '../x',
          'x'.repeat(65),
          5,
          ['runde-1'],
          { toString: () => 'x' },
        ];
        for (const value of bad) refused({ ...whole, verb, [id]: value });
      }
    }
  });

  it('is based on no version', () => {
    for (const basedOn of ['0', -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [0]]) {
      refused({ ...IDS, verb: VERBS.sendReply, basedOn });
      refused({ ...IDS, verb: VERBS.sendBack, comment: 'Skriv mere.', basedOn });
    }
  });

  it('has seen a draft or a proposal that cannot be', () => {
    for (const seen of ['0', -1, 0.5, Number.NaN, [0]]) {
      refused({ ...IDS, basedOn: 0, verb: VERBS.saveDraft, draftSeen: seen });
      refused({ ...IDS, basedOn: 0, verb: VERBS.approveReply, proposalSeen: seen });
    }
  });

  it('accepts a decline without saying how', () => {
    for (const inNotat of [undefined, null, 'true', 1]) refused({ ...IDS, verb: VERBS.acceptDecline, inNotat });
  });

  it('is about a request of a channel with an id that is longer than any', () => {
    const fields = (channelId: unknown) =>
      new Map<string, unknown>(Object.entries({ requestId: 'oensket-1', channelId }));
    const longest = 'x'.repeat(CHANNEL_ID_MAX);
    assert.deepEqual(aboutSetup(fields(longest)), { requestId: 'oensket-1', channelId: longest });
    for (const channelId of [`${longest}x`, undefined, 5]) assert.equal(aboutSetup(fields(channelId)), undefined);
  });

  it('has what it needs only on its prototype', () => {
    const whole = { ...IDS, basedOn: 0, verb: VERBS.sendReply };
    for (const key of ['verb', 'roundId', 'departmentId'] as const) {
      const { [key]: inherited, ...own } = whole;
      refused(Object.assign(Object.create({ [key]: inherited }), own));
      refused(JSON.parse(JSON.stringify(own).replace('{', `{"__proto__": ${JSON.stringify(whole)},`)));
    }
  });
});

describe('card data of any kind', () => {
  const word = fc.oneof(fc.constantFrom(...Object.values(VERBS), ...Object.values(IDS), '__proto__'), fc.string());
  const value = fc.oneof(word, fc.anything({ withBigInt: true, withNullPrototype: true }));
  const keys = fc.constantFrom(
    'verb',
    'roundId',
    'departmentId',
    'notatId',
    'basedOn',
    'reply',
    'departments',
    'title',
  );

  it('never makes the parser fail', () => {
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(keys, value)), (data) => {
        const button = readButton(data);
        assert.ok(button === undefined || new Set<string>(Object.values(VERBS)).has(button.verb));
      }),
    );
  });

  it('makes a form of texts alone', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, value), (data) => {
        const { departments, remindBefore, ...texts } = valuesOf({ ...data, verb: VERBS.previewRound });
        assert.ok(Object.values(texts).every((text) => text === undefined || typeof text === 'string'));
        assert.ok((remindBefore ?? []).every((days) => typeof days === 'string' && days !== ''));
        assert.ok(departments.every((id) => typeof id === 'string' && id !== ''));
      }),
    );
  });
});
