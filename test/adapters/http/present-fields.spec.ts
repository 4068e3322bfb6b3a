import assert from 'node:assert/strict';
import { presentFields } from '../../../src/adapters/http/present-fields.js';
import { ACTIVITY_DEPTH_MAX } from '../../../src/domain/limits.js';

describe('an activity’s fields', () => {
  it('are those that are not null, also in what it holds', () => {
    const activity = { a: null, b: { c: null, d: 0, e: [null, { f: null, g: '' }] }, h: false };
    assert.deepEqual(presentFields(activity), { b: { d: 0, e: [{ g: '' }] }, h: false });
  });

  it('have a card’s data as they came, which is absent when it is null', () => {
    const value = { a: null, list: [null, 1] };
    assert.deepEqual(presentFields({ value, b: { value: null } }), { value, b: {} });
    assert.deepEqual(presentFields({ value: null }), {});
  });

  it('do not change what an object is made of', () => {
    const present = presentFields(
      JSON.parse('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}},"constructor":1}'),
    );
    assert.deepEqual(JSON.stringify(present), '{"a":{},"constructor":1}');
    assert.equal('polluted' in Object(present), false);
  });

  it('are looked into so deep and no deeper, however deep they lie', () => {
    const nested = (levels: number): object => (levels === 0 ? { nothing: null } : { deep: nested(levels - 1) });
    assert.deepEqual(JSON.stringify(presentFields(nested(ACTIVITY_DEPTH_MAX - 1))).includes('nothing'), false);
    assert.deepEqual(JSON.stringify(presentFields(nested(ACTIVITY_DEPTH_MAX))).includes('nothing'), true);
    const deepest = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    assert.ok(Array.isArray(presentFields(deepest)));
  });

  it('are there only in objects', () => {
    for (const activity of [undefined, null, 'x', 7]) assert.equal(presentFields(activity), activity);
  });
});
