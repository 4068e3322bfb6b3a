import assert from 'node:assert/strict';
import { seriesOf } from '../../../src/domain/round/series.js';

describe('the series of a round', () => {
  for (const other of [
    'Opfølgning på tilsynets årsrapport 2027',
    'opfølgning  på Tilsynets\nårsrapport 1999',
    '2025 Opfølgning på tilsynets årsrapport',
    'Opfølgning på tilsynets årsrapport',
    'Opfølgning på tilsynets årsrapport 2024/25',
    'Opfølgning på tilsynets årsrapport 2024/2025',
    'Opfølgning på tilsynets årsrapport 2024-2025',
    'Opfølgning på tilsynets årsrapport 2024 – 25',
    'Opfølgning på tilsynets årsrapport 24/25',
    'Opfølgning på tilsynets årsrapport 99/00',
    'Opfølgning på tilsynets årsrapport for 2024',
    'Opfølgning på tilsynets årsrapport for året 2024',
    'Opfølgning på tilsynets årsrapport (2024)',
    'Opfølgning på tilsynets årsrapport, 2024.',
    'Opfølgning på tilsynets årsrapport ’24',
    "Opfølgning på tilsynets årsrapport '25",
    'Opfølgning på tilsynets årsrapport 2024 og 2025',
    'Opfølgning på tilsynets årsrapport 2024 til 2025',
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
    'Opfølgning på tilsynets årsrapport 24/7',
    'Opfølgning på tilsynets årsrapport 24/26',
    'Opfølgning på tilsynets årsrapport 2026 for børn',
  ]) {
    it(`is another for "${other}"`, () => {
      assert.notEqual(seriesOf(other), seriesOf('Opfølgning på tilsynets årsrapport 2026'));
    });
  }

  for (const title of ['', ' ', '2026', '2025 2026', '2024/25', 'for året 2024']) {
    it(`is none for a title that says nothing else: ${JSON.stringify(title)}`, () => {
      assert.equal(seriesOf(title), undefined);
    });
  }
});
