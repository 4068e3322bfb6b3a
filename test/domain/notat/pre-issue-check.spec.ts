import assert from 'node:assert/strict';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { checkBeforeIssue, findingKey } from '../../../src/domain/notat/pre-issue-check.js';
import type { ReplyContent } from '../../../src/domain/reply/reply.js';
import {
  aDepartment,
  aDepartmentId,
  anAsk,
  aPlan,
  aRound,
  aRoundDepartment,
  aVersion,
} from '../../support/builders.js';

const DEPARTMENT = aDepartmentId('d1');

function findingsIn(
  content: ReplyContent | undefined,
  changes: { title?: string; introduction?: string; to?: string } = {},
) {
  const { title = 'Opfølgning på årsrapporten', introduction = '', to = '' } = changes;
  const plan = aPlan({ ask: anAsk({ title }), introduction, header: { ...EMPTY_HEADER, to } });
  const reply = content && aVersion({ content, number: 3 });
  const department = aRoundDepartment({ department: aDepartment({ id: DEPARTMENT }), reply });
  return [
    ...checkBeforeIssue({ round: aRound({ plan }), departments: [department], unreadable: [], withdrawn: [] }),
  ].flat();
}

describe('the check before the final notat', () => {
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

  it('looks at the notat’s own title, introduction and header too, and tells them before the replies', () => {
    const found = findingsIn(
      { kind: 'text', text: 'Vi "følger" det nøje.' },
      { title: 'Opfølgning {år}', introduction: 'Skriv til a@b.dk', to: '[modtager]' },
    );
    assert.deepEqual(
      found.map(({ departmentId, version, kind }) => [departmentId, version, kind]),
      [
        [undefined, 0, 'leftover field'],
        [undefined, 0, 'e-mail address'],
        [undefined, 0, 'leftover field'],
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

  it('numbers the findings of a kind in their order', () => {
    const found = findingsIn({ kind: 'text', text: 'Vi "følger" det  nøje på a@b.dk.' });
    assert.deepEqual(
      found.map(({ kind, ordinal }) => `${kind} ${ordinal}`),
      ['e-mail address 1', 'double space 1', 'straight quote 1', 'straight quote 2'],
    );
  });

  it('names a finding the same every time, and a number never by its digits', () => {
    const text = 'Det handler om "010190-1234" og a@b.dk alene.';
    const keys = findingsIn({ kind: 'text', text }).map(findingKey);
    assert.deepEqual(keys, findingsIn({ kind: 'text', text }).map(findingKey));
    assert.ok(!keys.join(' ').includes('1234'));
  });
});
