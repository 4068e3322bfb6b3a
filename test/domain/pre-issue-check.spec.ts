import assert from 'node:assert/strict';
import { checkBeforeIssue, type FindingKind, findingKey } from '../../src/domain/pre-issue-check.js';
import type { ReplyContent } from '../../src/domain/reply.js';
import { aDepartment, aDepartmentId, anAsk, aPlan, aRound, aRoundDepartment, aVersion } from '../support/builders.js';

const DEPARTMENT = aDepartmentId('d1');

function findingsIn(content: ReplyContent | undefined, changes: { title?: string; introduction?: string } = {}) {
  const { title = 'Opfølgning på årsrapporten', introduction = '' } = changes;
  const plan = aPlan({ ask: anAsk({ title }), introduction });
  const reply = content && aVersion({ content, number: 3 });
  const department = aRoundDepartment({ department: aDepartment({ id: DEPARTMENT }), reply });
  return checkBeforeIssue({ round: aRound({ plan }), departments: [department], unreadable: [] });
}

const kindsIn = (text: string): readonly FindingKind[] =>
  findingsIn({ kind: 'text', text: `Vi har lært noget vigtigt. ${text}` }).map(({ kind }) => kind);

describe('the check before the final notat', () => {
  for (const [kind, texts] of [
    ['leftover field', ['{navn}', '{{titel}}', '[udfyld senere]', '[INDSÆT tal]', '<<felt>>', 'XXX', 'TODO', 'tbd']],
    ['blank', ['antal: ____', 'antal: ......', 'antal: ……']],
    ['cpr number', ['sagen om 010190-1234', 'sagen om 610190-1234']],
    ['ten digits', ['faktura 9912345678', 'faktura 0101901235']],
    ['e-mail address', ['skriv til anna.b@mail.dk']],
    ['phone number', ['ring 12345678', 'ring 12 34 56 78', 'ring +45 12 34 56 78', 'ring 0045 12345678']],
    ['double space', ['to  mellemrum']],
    ['straight quote', ['det "nye" brev']],
  ] as const) {
    for (const text of texts) {
      it(`finds ${kind} in: ${text}`, () => assert.ok(kindsIn(text).includes(kind), `${kindsIn(text)}`));
    }
  }

  for (const text of [
    'Vi fik 14 sager i 2025, 3 flere end i 2024.',
    'Beløbet var 1.234.567 kr. (sag 2025-4711).',
    'Det ”nye” brev … og så videre.',
    'Mødet er den 3. december 2026 kl. 12.30.',
    'J.nr. 00.01.00-A26-3-25.',
  ]) {
    it(`finds nothing in: ${text}`, () => assert.deepEqual(kindsIn(text), []));
  }

  it('finds a reply that is no sentence, but not a nil reply', () => {
    assert.deepEqual(
      findingsIn({ kind: 'text', text: 'Intet nyt' }).map(({ kind }) => kind),
      ['short reply'],
    );
    assert.deepEqual(findingsIn({ kind: 'nil', remark: undefined }), []);
    assert.deepEqual(findingsIn({ kind: 'nil', remark: 'Intet nyt' }), []);
  });

  it('says whose reply, and which version of it', () => {
    const [found] = findingsIn({ kind: 'text', text: 'Skriv gerne til os på a@b.dk om det.' });
    assert.deepEqual([found?.departmentId, found?.version], [DEPARTMENT, 3]);
  });

  it('looks at the notat’s own title and introduction too, and tells them before the replies', () => {
    const found = findingsIn(
      { kind: 'text', text: 'Vi "følger" det nøje.' },
      { title: 'Opfølgning {år}', introduction: 'Skriv til a@b.dk' },
    );
    assert.deepEqual(
      found.map(({ departmentId, version, kind }) => [departmentId, version, kind]),
      [
        [undefined, 0, 'leftover field'],
        [undefined, 0, 'e-mail address'],
        [DEPARTMENT, 3, 'straight quote'],
        [DEPARTMENT, 3, 'straight quote'],
      ],
    );
  });

  it('shows what it found with a little of what stands around it', () => {
    const [found] = findingsIn({
      kind: 'text',
      text: `${'Før. '.repeat(20)}Skriv til a@b.dk nu.${' Efter.'.repeat(20)}`,
    });
    assert.equal(found?.excerpt, '…Før. Før. Skriv til a@b.dk nu. Efter. Efter. E…');
  });

  it('never parts a character that takes two units', () => {
    const [found] = findingsIn({ kind: 'text', text: `Vi siger${'😀'.repeat(30)} a@b.dk ${'😀'.repeat(30)}` });
    assert.doesNotMatch(found?.excerpt ?? '', /\p{Surrogate}/u);
  });

  it('names a finding the same every time, and a number never by its digits', () => {
    const text = 'Det handler om "010190-1234" og a@b.dk alene.';
    const keys = findingsIn({ kind: 'text', text }).map(findingKey);
    assert.deepEqual(keys, findingsIn({ kind: 'text', text }).map(findingKey));
    assert.ok(!keys.join(' ').includes('1234'));
  });
});
