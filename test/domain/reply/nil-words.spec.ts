import assert from 'node:assert/strict';
import { saysNothing } from '../../../src/domain/reply/nil-words.js';

describe('nothing to say, in words', () => {
  for (const text of [
    'Ingen bemærkninger',
    'INGEN BEMÆRKNINGER',
    '”Ingen bemærkninger.”',
    '- Ingen bemærkninger!',
    'Ingen\nbemærkninger',
    'Ingen bemærkning',
    'Ingen kommentarer.',
    'Ingen yderligere bemærkninger',
    'Ingen bemærkninger herfra.',
    'Ingen bemærkninger til rapporten',
    'Ingen bemærkninger i år, tak',
    'Vi har ingen bemærkninger.',
    'Vi har ingen særlige bemærkninger til beretningen.',
    'Vi har ikke bemærkninger',
    'Vi har ikke nogen kommentarer',
    'Nej, vi har ingen bemærkninger',
    'Området har ingen bemærkninger',
    'Der er ingen bemærkninger.',
    'Herfra ingen bemærkninger',
    'Fra vores side er der ingen bemærkninger.',
    'Skoleafdelingen har ingen bemærkninger',
    'Ingen bemærkninger til årsrapporten for 2025',
    'Ingen bemærkninger til udkastet',
    'Intet at bemærke',
    'Vi har intet at tilføje.',
    'Ikke noget at bemærke herfra',
    'Ingenting at melde',
    'Ingen',
    'Intet',
    'No comments.',
    'No remarks',
    'We have no further comments to the report',
    'Nothing to add',
    'We have nothing to report this year.',
    'None',
  ]) {
    it(`is: ${JSON.stringify(text)}`, () => assert.ok(saysNothing(text)));
  }

  for (const text of [
    'Vi har ingen bemærkninger, men følger op på sagen.',
    'Ingen bemærkninger. Se svaret fra sidste år.',
    'Ingen bemærkninger til afsnit 3',
    'Skoleafdelingen er ingen',
    'Ingen bemærkninger til rapporten fra 2025',
    'Der er ingen bemærkninger til økonomien',
    'Borgerne havde ingen bemærkninger',
    'Bemærkninger følger',
    'Vi har mange bemærkninger',
    'Intet nyt',
    'Nej',
    'Ingen kendte',
    'No comments were made by citizens',
    'Nothing has changed',
    `Ingen bemærkninger${' '.repeat(100)}`,
  ]) {
    it(`is not: ${JSON.stringify(text.slice(0, 60))}`, () => assert.ok(!saysNothing(text)));
  }
});
