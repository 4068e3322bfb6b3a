import assert from 'node:assert/strict';
import { seriesOf } from '../../src/domain/series.js';

describe('the series of a round', () => {
  for (const other of [
    'Opfølgning på tilsynets årsrapport 2027',
    'opfølgning  på Tilsynets\nårsrapport 1999',
    '2025 Opfølgning på tilsynets årsrapport',
    'Opfølgning på tilsynets årsrapport',
  ]) {
    it(`is the same for "${other.replace('\n', ' ')}" as for this year’s`, () => {
      assert.equal(seriesOf(other), seriesOf('Opfølgning på tilsynets årsrapport 2026'));
    });
  }

  for (const other of [
    'Opfølgning på tilsynets halvårsrapport 2026',
    'Opfølgning på tilsynets årsrapport 26',
    'Opfølgning på tilsynets årsrapport 12026',
    'Opfølgning på tilsynets årsrapport 2126',
  ]) {
    it(`is another for "${other}"`, () => {
      assert.notEqual(seriesOf(other), seriesOf('Opfølgning på tilsynets årsrapport 2026'));
    });
  }

  for (const title of ['', ' ', '2026', '2025 2026']) {
    it(`is none for a title that says nothing else: ${JSON.stringify(title)}`, () => {
      assert.equal(seriesOf(title), undefined);
    });
  }
});
