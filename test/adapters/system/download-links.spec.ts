import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { createDownloadLinks } from '../../../src/adapters/system/download-links.js';
import { DOWNLOAD_LINK_MINUTES } from '../../../src/domain/notat/notat.js';
import { aNotatId, aRoundId, START } from '../../support/builders.js';

const SECRET = 'en hemmelighed på mindst 32 tegn, lang nok';
const ROUND = aRoundId('8c7f1d7e-5f0e-4d0f-9a51-2f3f1b0c9a11');
const NOTAT = aNotatId('complete-12');
const TENANT = '0d2c1a58-3f0e-4d0f-9a51-2f3f1b0c9a11';
const DOCUMENT = { tenantId: TENANT, roundId: ROUND, notatId: NOTAT };
const PREFIX = 'https://bot.example/notat/';

const links = createDownloadLinks(SECRET, 'https://bot.example');
const token = links.create(DOCUMENT, START).slice(PREFIX.length);
const [payload = '', signature = ''] = token.split('.');

const minutesAfter = (minutes: number, ms = 0) => new Date(START.getTime() + minutes * 60_000 + ms);
const sign = (text: string) => `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;

describe('download links', () => {
  it('open the one document they were made for', () => {
    assert.ok(links.create(DOCUMENT, START).startsWith(PREFIX));
    assert.deepEqual(links.open(token, START), { kind: 'valid', ...DOCUMENT });
  });

  it('open the one file of a template that they were made for, for the person who got them, and no notat', () => {
    const linked = { tenantId: TENANT, of: 'example', template: 3, personId: 'karen', memberId: '29:karen' } as const;
    const ofTemplate = links.create(linked, START).slice(PREFIX.length);
    assert.deepEqual(links.open(ofTemplate, START), { kind: 'valid', ...linked });
    assert.equal(links.open(ofTemplate, minutesAfter(10)).kind, 'expired');
    const values = JSON.parse(Buffer.from(ofTemplate.split('.')[0] ?? '', 'base64url').toString()) as unknown[];
    for (const wrong of [
      values.with(1, 'notat'),
      values.with(2, -1),
      values.with(2, 0.5),
      values.slice(1),
      [...values, 1],
    ]) {
      const signed = sign(Buffer.from(JSON.stringify(wrong)).toString('base64url'));
      assert.deepEqual(links.open(signed, START), { kind: 'invalid' });
    }
  });

  it('need no encoding in an address', () => {
    assert.match(token, /^[\w.-]+$/u);
  });

  it('hold for ten minutes, and not a millisecond longer', () => {
    assert.equal(DOWNLOAD_LINK_MINUTES, 10);
    assert.equal(links.open(token, minutesAfter(10, -1)).kind, 'valid');
    assert.equal(links.open(token, minutesAfter(10)).kind, 'expired');
  });

  it('are invalid, not expired, when they were never ours', () => {
    assert.equal(links.open(`${payload}.${'A'.repeat(43)}`, minutesAfter(60)).kind, 'invalid');
  });

  const expiry = JSON.stringify([TENANT, ROUND, NOTAT, minutesAfter(60 * 24).getTime()]);
  const FORGED: readonly (readonly [what: string, token: string])[] = [
    ['nothing', ''],
    ['a dot', '.'],
    ['no signature', payload],
    ['an empty signature', `${payload}.`],
    ['a later expiry', `${Buffer.from(expiry).toString('base64url')}.${signature}`],
    ['a shorter signature', token.slice(0, -1)],
    ['a longer signature', `${token}A`],
    ['padding', `${token}=`],
    ['an extra part', `${token}.`],
    ['a part in front', `.${token}`],
    ['white space', ` ${token}`],
    ['the parts swapped', `${signature}.${payload}`],
  ];
  for (const [what, forged] of FORGED) {
    it(`are invalid with ${what}`, () => {
      assert.deepEqual(links.open(forged, START), { kind: 'invalid' });
    });
  }

  it('are invalid under another secret', () => {
    const other = createDownloadLinks(`${SECRET}!`, 'https://bot.example');
    assert.deepEqual(other.open(token, START), { kind: 'invalid' });
  });

  it('hold while their secret is on its way out, and are signed by the new one', () => {
    const next = createDownloadLinks('en anden hemmelighed på 32 tegn eller flere', 'https://bot.example', SECRET);
    assert.deepEqual(next.open(token, START), { kind: 'valid', ...DOCUMENT });
    const renewed = next.create(DOCUMENT, START).slice(PREFIX.length);
    assert.equal(next.open(renewed, START).kind, 'valid');
    assert.equal(links.open(renewed, START).kind, 'invalid');
    const after = createDownloadLinks('en tredje hemmelighed på 32 tegn eller flere', 'https://bot.example');
    assert.equal(after.open(token, START).kind, 'invalid');
  });

  it('are invalid when signed for ids that cannot be ours', () => {
    const strange = Buffer.from(JSON.stringify(['../x', NOTAT, minutesAfter(5).getTime()])).toString('base64url');
    assert.deepEqual(links.open(sign(strange), START), { kind: 'invalid' });
    assert.equal(links.open(sign(payload), START).kind, 'valid');
  });

  it('are invalid when any one character is another', () => {
    const place = fc.nat({ max: token.length - 1 });
    fc.assert(
      fc.property(
        place,
        fc.oneof(fc.constantFrom(...'AQgw_-.=+/ '), fc.string({ unit: 'binary', maxLength: 2 })),
        (at, other) => {
          fc.pre(token[at] !== other);
          const changed = token.slice(0, at) + other + token.slice(at + 1);
          assert.deepEqual(links.open(changed, START), { kind: 'invalid' });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are invalid when the last character is any other', () => {
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const changed = token.slice(0, -1) + other;
      assert.equal(links.open(changed, START).kind, changed === token ? 'valid' : 'invalid', other);
    }
  });
});
