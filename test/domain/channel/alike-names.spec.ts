import assert from 'node:assert/strict';
import { alikeNames } from '../../../src/domain/channel/alike-names.js';

describe('names that people may take for each other', () => {
  it('differ only in what stands between the words', () => {
    assert.deepEqual(alikeNames(['Børn og Unge', 'Vej', 'børn-og-unge']), [['Børn og Unge', 'børn-og-unge']]);
  });

  it('differ in one letter of one long word, which may be one more, one less or another', () => {
    for (const [one, other] of [
      ['Skole', 'Skoler'],
      ['Dagtilbud Nord', 'Dagtilbud nord '],
      ['Plejecentre', 'Plejecentrer'],
      ['Hjemmepleje', 'Hjemmeplejen'],
      ['Byggesag', 'Byggesug'],
    ] as const) {
      assert.deepEqual(alikeNames([one, other]), [[one, other]], `${one}, ${other}`);
    }
  });

  it('are no names that differ more, or in a short word, or in a number', () => {
    for (const pair of [
      ['Team A', 'Team B'],
      ['Afdeling 1', 'Afdeling 2'],
      ['Afdeling10000', 'Afdeling10001'],
      ['Skoler Nord', 'Skoler Syd'],
      ['Skole Nordpå', 'Skoler Nordpo'],
      ['Hjemmepleje', 'Hjemmeplejerne'],
      ['Skole', 'Skole og SFO'],
    ]) {
      assert.deepEqual(alikeNames(pair), [], pair.join(', '));
    }
  });
});
