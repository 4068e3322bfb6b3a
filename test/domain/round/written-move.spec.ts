import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMMAND_MAX } from '../../../src/domain/limits.js';
import { isWrittenMove, readWrittenMove, type WrittenMove } from '../../../src/domain/round/written-move.js';
import { aDepartmentId, aLocalDate } from '../../support/builders.js';

const TODAY = aLocalDate('2026-11-09');
const CULTURE = { id: aDepartmentId('kultur'), name: 'Kultur' };
const LEISURE = { id: aDepartmentId('fritid'), name: 'Kultur og Fritid' };
const NAMED = [CULTURE, LEISURE];

const NOTHING = { day: undefined, time: undefined, departmentId: undefined, reason: '', unread: '' };
const FIRST = { ...NOTHING, day: '2026-12-01' };

const READ: readonly (readonly [text: string, read: object])[] = [
  ['1.12.2026', FIRST],
  ['01-12-2026', FIRST],
  ['2026-12-01', FIRST],
  ['1. december 2026', FIRST],
  ['1 December 2026', FIRST],
  ['den 1. december', FIRST],
  ['1.12', FIRST],
  ['1.12.', FIRST],
  ['tirsdag den 1. december', FIRST],
  ['9. november', { ...NOTHING, day: '2026-11-09' }],
  ['8. november', { ...NOTHING, day: '2027-11-08' }],
  ['29. februar', { ...NOTHING, day: '2028-02-29' }],
  ['1.12.2026 kl. 12', { ...FIRST, time: '12:00' }],
  ['1.12.2026 kl. 9.05', { ...FIRST, time: '09:05' }],
  ['1.12.2026, klokken 12:30', { ...FIRST, time: '12:30' }],
  ['1 December 2026 at 16:00', { ...FIRST, time: '16:00' }],
  ['1.12.2026 kl. 12 fordi byrådets møde er flyttet', { ...FIRST, time: '12:00', reason: 'Byrådets møde er flyttet' }],
  ['1.12.2026: Mødet er flyttet', { ...FIRST, reason: 'Mødet er flyttet' }],
  ['1 December because the council meets later', { ...FIRST, reason: 'The council meets later' }],
  ['1.12.2026 Kultur og Fritid: de venter på tal', { ...FIRST, departmentId: LEISURE.id, reason: 'De venter på tal' }],
  ['1.12.2026 for kultur', { ...FIRST, departmentId: CULTURE.id }],
  ['for Kultur til den 1.12.2026', { ...FIRST, departmentId: CULTURE.id }],
  ['Kultur: 1.12.2026 fordi de er få', { ...FIRST, departmentId: CULTURE.id, reason: 'De er få' }],
  ['1.12.2026 Kulturen skal nå at svare', { ...FIRST, reason: 'Kulturen skal nå at svare' }],
  ['i morgen', { ...NOTHING, unread: 'i morgen' }],
  ['fredag fordi mødet er flyttet', { ...NOTHING, unread: 'fredag', reason: 'Mødet er flyttet' }],
  ['31.11.2026', { ...NOTHING, unread: '31.11.2026' }],
  ['1.12.26', { ...NOTHING, unread: '1.12.26' }],
  ['1/12/2026', { ...NOTHING, unread: '1/12/2026' }],
];

describe('what is written after frist', () => {
  for (const [text, read] of READ) {
    it(`is understood: ${text}`, () => assert.deepEqual(readWrittenMove(text, TODAY, NAMED), read));
  }

  it('is no time where no clock shows it, which stays in the reason', () => {
    const { time, reason } = readWrittenMove('1.12.2026 kl. 25', TODAY) as WrittenMove;
    assert.deepEqual([time, reason], [undefined, 'Kl. 25']);
  });

  it('is about something else where a long text names no day', () => {
    assert.equal(isWrittenMove('en er for kort, når vi også skal nå budgettet'), false);
    assert.ok(isWrittenMove('næste fredag'));
  });

  it('is read in any form, and names a day that exists or none', () => {
    const piece = fc.constantFrom(
      '1.12',
      '.2026',
      ' ',
      '29. februar',
      'kl. 12',
      'Kultur',
      'fordi',
      '-',
      '31',
      'til',
      'den',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('').slice(0, COMMAND_MAX);
        const day = readWrittenMove(text, TODAY, NAMED)?.day;
        if (day !== undefined) assert.equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day);
      }),
    );
  });
});
