import assert from 'node:assert/strict';
import { lineOfVersion, wholeAudit } from '../../src/domain/audit.js';
import { aDepartmentId, anAuditLine, aPerson, aSecretary, aVersion, START } from '../support/builders.js';

const later = (ms: number) => new Date(START.getTime() + ms);
const departmentId = aDepartmentId();

describe('the line that a version of a reply tells', () => {
  const line = { at: START, departmentId, subject: '2' };

  it('says who replied', () => {
    const version = aVersion({ number: 2 });
    assert.deepEqual(lineOfVersion(departmentId, version), { ...line, by: version.author, act: 'replied' });
  });

  it('says who approved, and not who wrote', () => {
    const head = aPerson({ id: 'chef', name: 'Mette Holm' });
    const version = aVersion({ number: 2, approvedBy: head });
    assert.deepEqual(lineOfVersion(departmentId, version), { ...line, by: head, act: 'approved' });
  });

  it('says that the secretariat replied for the department', () => {
    const version = aVersion({ number: 2, author: aSecretary(), isOnBehalf: true });
    assert.deepEqual(lineOfVersion(departmentId, version), { ...line, by: aSecretary(), act: 'replied on behalf' });
  });
});

describe('the audit of a round', () => {
  it('has the lines and what the versions tell, oldest first', () => {
    const nudged = anAuditLine({ act: 'nudged', subject: undefined, at: later(1) });
    const draft = anAuditLine({ act: 'draft saved', subject: undefined, at: later(3) });
    const [first, second] = [anAuditLine({ at: START }), anAuditLine({ at: later(2), subject: '2' })];
    assert.deepEqual(wholeAudit([draft, nudged], [second, first]), [first, nudged, second, draft]);
  });

  it('tells an answer once where an older version of the bot wrote a line about it', () => {
    const stored = anAuditLine({ where: '19:boern@thread.tacv2' });
    const other = anAuditLine({ departmentId: aDepartmentId('veje') });
    assert.deepEqual(wholeAudit([stored], [anAuditLine(), other]), [stored, other]);
  });

  it('tells an answer that was sent although it holds a number, both times', () => {
    const kept = anAuditLine({ act: 'cpr number kept' });
    assert.deepEqual(wholeAudit([kept], [anAuditLine()]), [kept, anAuditLine()]);
  });
});
