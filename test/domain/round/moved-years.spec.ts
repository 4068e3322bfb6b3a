import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveYears } from '../../../src/domain/round/moved-years.js';

const NEAR = { first: 2023, last: 2026, by: 1 };

describe('the years of a text', () => {
  it('are moved in every way in which they are written', () => {
    const cases = [
      ['Beretning 2024', 'Beretning 2025'],
      ['Beretning 2024/25', 'Beretning 2025/26'],
      ['Beretning 2024-2025', 'Beretning 2025-2026'],
      ['Beretning 2024 – 2025.', 'Beretning 2025 – 2026.'],
      ['Året 24/25', 'Året 25/26'],
      ['Sommeren ’24', 'Sommeren ’25'],
      ['Den 12. marts 2025 (2024)', 'Den 12. marts 2026 (2025)'],
    ] as const;
    for (const [from, to] of cases) assert.equal(moveYears(from, NEAR).text, to);
  });

  it('stay where they are not years, or not near', () => {
    const texts = [
      'Lov nr. 332 af 1997',
      'Sag 24/014872',
      'Sag 2024-014872',
      'https://kommune.example/2024/rapport',
      'Nr. 12024 og 20245',
      'A2024',
      'Den 25.11.2024',
      'Perioden 2024-2039',
      '24/26',
      '’87',
      '2019 og 2022',
    ];
    for (const text of texts) assert.deepEqual(moveYears(text, NEAR), { text, changed: [] });
  });

  it('are told, each once, in the order of the text', () => {
    assert.deepEqual(moveYears('2024, 2025 og 2024', NEAR), {
      text: '2025, 2026 og 2025',
      changed: [
        { from: '2024', to: '2025' },
        { from: '2025', to: '2026' },
      ],
    });
  });

  it('are not changed when they are moved by none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.deepEqual(moveYears(text, { ...NEAR, by: 0 }), { text, changed: [] });
      }),
    );
  });

  it('are moved back by as many years', () => {
    const words = fc.array(fc.constantFrom('2023', '2024/25', '24/25', '’24', 'rapport', '1997', 'i'));
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), (parts, by) => {
        const text = parts.join(' ');
        const moved = moveYears(text, { ...NEAR, by });
        const back = { first: NEAR.first + by, last: NEAR.last + by, by: -by };
        assert.equal(moveYears(moved.text, back).text, text);
      }),
    );
  });
});
