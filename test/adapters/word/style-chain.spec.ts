import assert from 'node:assert/strict';
import { readStyles, STYLES_IN_A_ROW_MAX } from '../../../src/adapters/word/file/style-chain.js';
import { parseXml } from '../../../src/adapters/word/file/xml-tree.js';

describe('the row of styles that a style is based on', () => {
  const style = (id: number, base: number, type = 'paragraph') =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
  const chain = (...styles: readonly string[]) =>
    readStyles(parseXml(`<w:styles>${styles.join('')}</w:styles>`, 1_000))
      .chain('1')
      .map(({ id }) => Number(id));

  it('goes on while the styles are of one kind, and are there', () => {
    assert.deepEqual(chain(style(1, 2), style(2, 3), style(3, 4)), [1, 2, 3]);
    assert.deepEqual(chain(style(1, 2), style(2, 3, 'character')), [1]);
    assert.deepEqual(chain('<w:style w:styleId="1"><w:basedOn w:val="2"/></w:style>', style(2, 3)), [1, 2]);
    assert.deepEqual(chain(), []);
  });

  it('ends at a limit, also where it leads back to itself', () => {
    assert.deepEqual(chain(style(1, 2), style(2, 1)).length, STYLES_IN_A_ROW_MAX);
  });
});
