import assert from 'node:assert/strict';
import { CPR_REASON_MAX, NIL_REMARK_MAX, RAW_TEXT_MAX, REPLY_MAX } from '../../../src/domain/limits.js';
import {
  hasKeptCpr,
  isSameContent,
  judgeCprNumbers,
  parseNilReply,
  parseReplyText,
  type ReplyContent,
  wordsOf,
} from '../../../src/domain/reply/reply.js';
import { accepted, refused } from '../../../src/domain/result.js';
import { aNilReply } from '../../support/builders.js';

const text = (value: string): ReplyContent => ({ kind: 'text', text: value });
const NIL = aNilReply();

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
    ['the field holds only letters that are blank', '\u3164\u3164'],
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

  it(`is not cleaned when it came with over ${RAW_TEXT_MAX} characters, and is too long by all of them`, () => {
    const raw = `Vi har lært${'\u200B'.repeat(RAW_TEXT_MAX)}`;
    assert.deepEqual(parseReplyText(raw), refused({ kind: 'too long', length: raw.length, max: REPLY_MAX }));
    assert.deepEqual(parseNilReply(raw, undefined), refused({ kind: 'nil with text', max: NIL_REMARK_MAX }));
  });

  it('is a nil reply when it says in words that there is nothing to say', () => {
    assert.deepEqual(parseReplyText(' Ingen bemærkninger. '), accepted(NIL));
  });
});

describe('a nil reply', () => {
  for (const typed of [undefined, null, '', ' \n ', '\u200B', 7]) {
    it(`is taken when the text field holds ${JSON.stringify(typed)}`, () => {
      assert.deepEqual(parseNilReply(typed, undefined), { ok: true, value: NIL });
    });
  }

  it('takes a sentence along, in one line', () => {
    const remark = aNilReply('Vi har ingen plejehjem. Spørg Ældre.');
    assert.deepEqual(parseNilReply(' Vi har ingen plejehjem.\r\nSpørg Ældre. ', undefined), accepted(remark));
    assert.deepEqual(parseNilReply('Vi har ingen plejehjem. Spørg Ældre.', remark), accepted(remark));
    assert.deepEqual(
      parseNilReply('Vi har lært mere', text('Vi har lært noget')),
      accepted(aNilReply('Vi har lært mere')),
    );
  });

  it(`takes a sentence of ${NIL_REMARK_MAX} characters, and is stopped by more, which was hardly meant to be nothing`, () => {
    const longest = 'å'.repeat(NIL_REMARK_MAX);
    assert.deepEqual(parseNilReply(longest, NIL), accepted(aNilReply(longest)));
    assert.deepEqual(parseNilReply(`${longest}å`, NIL), refused({ kind: 'nil with text', max: NIL_REMARK_MAX }));
  });

  it('has no sentence when that says the same in words', () => {
    assert.deepEqual(parseNilReply('Vi har ingen bemærkninger.', undefined), accepted(NIL));
  });

  it('loses the sentence that is taken out of the field', () => {
    assert.deepEqual(parseNilReply('', aNilReply('Vi har ingen plejehjem.')), accepted(NIL));
  });

  it('takes the place of the present reply, which the field still shows', () => {
    assert.deepEqual(parseNilReply('Vi har lært\r\nnoget ', text('Vi har lært\nnoget')), { ok: true, value: NIL });
  });
});

describe('two answers', () => {
  it('say the same when both are nil, or both are the same text', () => {
    assert.ok(isSameContent(NIL, aNilReply()));
    assert.ok(isSameContent(aNilReply('Se sidste år'), aNilReply('Se sidste år')));
    assert.ok(isSameContent(text('Vi har lært'), text('Vi har lært')));
  });

  it('do not say the same otherwise', () => {
    assert.ok(!isSameContent(text('Vi har lært'), text('Vi har lært.')));
    assert.ok(!isSameContent(text('Vi har lært'), NIL));
    assert.ok(!isSameContent(NIL, text('Vi har lært')));
    assert.ok(!isSameContent(NIL, aNilReply('Vi har lært')));
    assert.ok(!isSameContent(text('Vi har lært'), aNilReply('Vi har lært')));
  });

  it('hold words that a CPR number may be among: the text, or the sentence beside a nil reply', () => {
    const words = [text('Vi har lært'), aNilReply('Se sidste år'), NIL].map(wordsOf);
    assert.deepEqual(words, ['Vi har lært', 'Se sidste år', '']);
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
    const problem = { kind: 'reason too long', length: reason.length, max: CPR_REASON_MAX } as const;
    assert.deepEqual(judgeCprNumbers(CERTAIN, { reason }), refused(problem));
    assert.deepEqual(judgeCprNumbers(CERTAIN, { reason: CERTAIN }), refused({ kind: 'reason with cpr number' }));
  });

  it('is told from others, also by the sentence beside a nil reply, and where there is no reply', () => {
    assert.equal(hasKeptCpr({ content: text(`Sagen om ${CERTAIN}.`) }), true);
    assert.equal(hasKeptCpr({ content: { kind: 'nil', remark: CERTAIN } }), true);
    assert.equal(hasKeptCpr({ content: text('Vi har lært noget.') }), false);
    assert.equal(hasKeptCpr(undefined), false);
  });
});
