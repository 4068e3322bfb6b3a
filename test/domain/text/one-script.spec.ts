import assert from 'node:assert/strict';
import { letterOfAnotherScript, letterOfNoScript } from '../../../src/domain/text/one-script.js';

describe('the script of a text', () => {
  it('is one, whatever stands between its letters', () => {
    for (const text of [
      '',
      '1 + 2 = 3',
      'Ærø – 100 % «№» 🏫',
      'Ё-моё',
      'ひらがなカタカナ漢字',
      '注音ㄅㄆ',
      '한글漢字',
    ]) {
      assert.deepEqual([letterOfAnotherScript(text), letterOfNoScript(text)], [undefined, undefined], text);
    }
  });

  it('is that of most of its letters, and Latin where two have equally many', () => {
    assert.equal(letterOfAnotherScript('Skоle'), 'о');
    assert.equal(letterOfAnotherScript('шкoла'), 'o');
    assert.equal(letterOfAnotherScript('жabш'), 'ж');
  });

  it('is not Japanese and Korean at once', () => {
    assert.equal(letterOfAnotherScript('ひらがな漢字한'), '한');
  });

  it('is one that people write today', () => {
    assert.equal(letterOfNoScript('Skole ᚱ'), 'ᚱ');
    assert.equal(letterOfAnotherScript('ᚱᚢᚾ'), 'ᚱ');
  });
});
