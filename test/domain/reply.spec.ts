import assert from 'node:assert/strict';
import {
  CPR_REASON_MAX,
  isSameContent,
  judgeCprNumbers,
  parseNilReply,
  parseReplyText,
  REPLY_MAX,
  type ReplyContent,
} from '../../src/domain/reply.js';
import { accepted, refused } from '../../src/domain/result.js';

const text = (value: string): ReplyContent => ({ kind: 'text', text: value });
const NIL: ReplyContent = { kind: 'nil' };

describe('a typed reply', () => {
  it('is kept cleaned', () => {
    assert.deepEqual(parseReplyText(' Vi har lært noget.\r\n\u200B'), { ok: true, value: text('Vi har lært noget.') });
  });

  for (const [name, raw] of [
    ['nothing was sent', undefined],
    ['null was sent', null],
    ['the field is empty', ''],
    ['the field holds only space', ' \n\t\u00A0'],
    ['the field holds only what no reader sees', '\u200B\u202E\uFEFF'],
  ] as const) {
    it(`is refused as empty when ${name}`, () => {
      assert.deepEqual(parseReplyText(raw), { ok: false, problem: { kind: 'empty' } });
    });
  }

  for (const raw of [7, true, {}, ['Vi har lært']]) {
    it(`is refused as unintelligible when it is ${JSON.stringify(raw)}, not text`, () => {
      assert.deepEqual(parseReplyText(raw), { ok: false, problem: { kind: 'unintelligible' } });
    });
  }

  for (const raw of ['…', '-', '12-34', 'x', '👍', 'a b c']) {
    it(`is refused as unintelligible when it has no word in it: "${raw}"`, () => {
      assert.deepEqual(parseReplyText(raw), { ok: false, problem: { kind: 'unintelligible' } });
    });
  }

  for (const raw of ['Ok', 'Ja', 'Ål', 'E\u0301n', 'Да']) {
    it(`is taken when it is a single short word: "${raw}"`, () => {
      assert.equal(parseReplyText(raw).ok, true);
    });
  }

  it(`may be ${REPLY_MAX} characters long, and no longer`, () => {
    assert.equal(parseReplyText('å'.repeat(REPLY_MAX)).ok, true);
    assert.deepEqual(parseReplyText('å'.repeat(REPLY_MAX + 1)), {
      ok: false,
      problem: { kind: 'too long', length: REPLY_MAX + 1, max: REPLY_MAX },
    });
  });

  it('is measured after cleaning, so that what nobody sees costs nothing', () => {
    assert.equal(parseReplyText(`${'å'.repeat(REPLY_MAX)}\u200B\n\n `).ok, true);
  });
});

describe('a nil reply', () => {
  for (const typed of [undefined, null, '', ' \n ', '\u200B', 7]) {
    it(`is taken when the text field holds ${JSON.stringify(typed)}`, () => {
      assert.deepEqual(parseNilReply(typed, undefined), { ok: true, value: NIL });
    });
  }

  it('is stopped by a text that is stored nowhere, which would be lost', () => {
    assert.deepEqual(parseNilReply('Vi har lært noget', undefined), { ok: false, problem: { kind: 'nil with text' } });
    assert.equal(parseNilReply('Vi har lært mere', text('Vi har lært noget')).ok, false);
    assert.equal(parseNilReply('Vi har lært noget', NIL).ok, false);
  });

  it('takes the place of the present reply, which the field still shows', () => {
    assert.deepEqual(parseNilReply('Vi har lært\r\nnoget ', text('Vi har lært\nnoget')), { ok: true, value: NIL });
  });
});

describe('two answers', () => {
  it('say the same when both are nil, or both are the same text', () => {
    assert.ok(isSameContent(NIL, { kind: 'nil' }));
    assert.ok(isSameContent(text('Vi har lært'), text('Vi har lært')));
  });

  it('do not say the same otherwise', () => {
    assert.ok(!isSameContent(text('Vi har lært'), text('Vi har lært.')));
    assert.ok(!isSameContent(text('Vi har lært'), NIL));
    assert.ok(!isSameContent(NIL, text('Vi har lært')));
  });
});

describe('a reply with a CPR number', () => {
  const CERTAIN = 'Borgeren (311299-4321) fik svar.';
  const POSSIBLE = 'Fakturaen er 0707614286.';

  it('is stopped until someone decides that it stays', () => {
    assert.deepEqual(judgeCprNumbers(CERTAIN, undefined), refused({ kind: 'cpr number', certainty: 'certain' }));
    assert.deepEqual(judgeCprNumbers(POSSIBLE, undefined), refused({ kind: 'cpr number', certainty: 'possible' }));
    assert.deepEqual(judgeCprNumbers('Vi fik 14 sager.', undefined), accepted(undefined));
  });

  it('is as sure as the surest number in it', () => {
    const problem = { kind: 'cpr number', certainty: 'certain' } as const;
    assert.deepEqual(judgeCprNumbers(`${POSSIBLE} ${CERTAIN}`, undefined), refused(problem));
  });

  it('needs a reason where it is certain, and none where it is a suspicion', () => {
    for (const reason of [undefined, '', ' \u200B', 7]) {
      assert.deepEqual(judgeCprNumbers(CERTAIN, { reason }), refused({ kind: 'reason missing' }));
      assert.deepEqual(judgeCprNumbers(POSSIBLE, { reason }), accepted({ certainty: 'possible', reason: '' }));
    }
    assert.deepEqual(
      judgeCprNumbers(CERTAIN, { reason: '  Testborger \n' }),
      accepted({ certainty: 'certain', reason: 'Testborger' }),
    );
  });

  it('needs a reason that is short and names no number', () => {
    const reason = 'x'.repeat(CPR_REASON_MAX + 1);
    assert.deepEqual(judgeCprNumbers(CERTAIN, { reason }), refused({ kind: 'reason too long', max: CPR_REASON_MAX }));
    assert.deepEqual(judgeCprNumbers(CERTAIN, { reason: CERTAIN }), refused({ kind: 'reason with cpr number' }));
  });
});
