import assert from 'node:assert/strict';
import { type TemplateChange, weightiestChanges } from '../../../src/domain/notat/template-change.js';

describe('what is mended in a template', () => {
  const changes: readonly TemplateChange[] = [
    { kind: 'part types' },
    { kind: 'word template' },
    { kind: 'attached template', name: 'Notat.dotm' },
    { kind: 'tracked formatting', count: 2 },
  ];
  const kindsOf = (max: number) => weightiestChanges(changes, max).map(({ kind }) => kind);

  it('is told with what is weightiest first', () => {
    assert.deepEqual(kindsOf(4), ['tracked formatting', 'attached template', 'word template', 'part types']);
  });

  it('is told once where it is the same in several places', () => {
    const place = { part: 'header', row: undefined, isInTextBox: false, near: '', others: 0 } as const;
    const shown = { kind: 'property shown', property: 'DATE', shows: 'dato', place } as const;
    const inFooter = { ...shown, place: { ...place, part: 'footer' } } as const;
    assert.deepEqual(weightiestChanges([shown, { ...shown, property: 'AUTHOR' }, inFooter], 2), [
      { ...shown, place: { ...place, others: 1 } },
      { ...shown, property: 'AUTHOR' },
    ]);
  });

  it('is counted where it is too much to tell', () => {
    assert.deepEqual(weightiestChanges(changes, 1), [
      { kind: 'tracked formatting', count: 2 },
      { kind: 'more changes', count: 3 },
    ]);
  });
});
