import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import type { Person } from '../../local-teams/directory.js';
import { createDriveRoutes } from '../../local-teams/drive-routes.js';
import { createDrives, DOWNLOAD_MS, UPLOAD_MS } from '../../local-teams/drives.js';

const ANNE: Person = {
  id: '29:anne',
  aadObjectId: 'anne',
  name: 'Anne Jensen',
  email: 'anne@kommune.example',
  tenantId: 'kommunen',
  isGuest: false,
};
const UNIT = 320 * 1024;

/** Drives whose time the test decides. */
function aDrive() {
  let now = 0;
  const drives = createDrives(() => now);
  const serve = createDriveRoutes(drives);
  const call = (
    method: string,
    segments: readonly string[],
    headers: IncomingHttpHeaders = {},
    body = new Uint8Array(),
  ) => serve({ method, segments: ['drive', ...segments], headers, body });
  return {
    drives,
    call,
    put: (token: string, range: string, length: number, headers: IncomingHttpHeaders = {}) =>
      call('PUT', ['upload', token], { 'content-range': range, ...headers }, new Uint8Array(length)),
    letTimePass: (ms: number) => {
      now += ms;
    },
  };
}

describe('local Teams: a download address', () => {
  it('leads to the file for five minutes', () => {
    const { drives, call, letTimePass } = aDrive();
    const token = drives.lend(drives.keep(ANNE, { name: 'a.txt', bytes: Buffer.from('a') }));
    letTimePass(DOWNLOAD_MS - 1);
    equal(call('GET', ['download', token]).status, 200);
    letTimePass(1);
    equal(call('GET', ['download', token]).status, 404);
  });

  it('is another each time, and not to be guessed', () => {
    const { drives } = aDrive();
    const file = drives.keep(ANNE, { name: 'a.txt', bytes: Buffer.from('a') });
    const tokens = Array.from({ length: 50 }, () => drives.lend(file));
    equal(new Set(tokens).size, 50);
    for (const token of tokens) match(token, /^[\w-]{43}$/u);
  });

  it('gives the file to be saved, never to be run or shown', () => {
    const { drives, call } = aDrive();
    const name = "l'été (1) æ.html";
    const token = drives.lend(drives.keep(ANNE, { name, bytes: Buffer.from('<script>') }));
    const { headers = {} } = call('GET', ['download', token]);
    equal(headers['content-type'], 'application/octet-stream');
    equal(headers['x-content-type-options'], 'nosniff');
    match(String(headers['content-security-policy']), /sandbox/u);
    equal(headers['content-disposition'], "attachment; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29%20%C3%A6.html");
  });
});

describe('local Teams: where a person opens a file', () => {
  const HOST = '127.0.0.1:3979';
  for (const [who, headers, status] of [
    ['a link on the page', { host: HOST, 'sec-fetch-site': 'same-origin' }, 200],
    ['the address, typed', { host: HOST, 'sec-fetch-site': 'none' }, 200],
    ['a program', { host: HOST }, 401],
    ['another web page', { host: HOST, 'sec-fetch-site': 'cross-site' }, 401],
    ['another name for this machine', { host: 'evil.example', 'sec-fetch-site': 'same-origin' }, 401],
  ] as const) {
    it(`${status === 200 ? 'takes' : 'does not take'} ${who}`, () => {
      const { drives, call } = aDrive();
      const { uniqueId, name } = drives.keep(ANNE, { name: 'a.txt', bytes: Buffer.from('a') });
      equal(call('GET', ['items', uniqueId, name], headers).status, status);
    });
  }
});

describe('local Teams: an upload session', () => {
  it('takes a file in any number of fragments, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 99 }),
        (units, rest) => {
          const { drives, call } = aDrive();
          const { token } = drives.openUpload(ANNE, 'stor.docx');
          const whole = Uint8Array.from(
            { length: units.reduce((sum, unit) => sum + unit, 0) * UNIT + rest },
            (_, i) => i % 251,
          );
          let first = 0;
          for (const length of [...units.map((unit) => unit * UNIT), rest]) {
            const last = first + length - 1;
            const headers = { 'content-range': `bytes ${first}-${last}/${whole.length}` };
            const { status, body } = call('PUT', ['upload', token], headers, whole.subarray(first, last + 1));
            const isWhole = last + 1 === whole.length;
            equal(status, isWhole ? 201 : 202);
            ok(isWhole || JSON.stringify(body).includes(`"nextExpectedRanges":["${last + 1}-"]`));
            first = last + 1;
          }
          ok(Buffer.from(whole).equals(drives.filesOf(ANNE)[0]?.bytes ?? new Uint8Array()));
        },
      ),
      { numRuns: 10 },
    );
  });

  for (const [what, range, length, status, code] of [
    ['no range', '', 10, 400, 'invalidRequest'],
    ['another unit', 'lines 0-9/10', 10, 400, 'invalidRequest'],
    ['a range that ends before it begins', 'bytes 9-0/10', 10, 400, 'invalidRequest'],
    ['a range outside the file', 'bytes 0-10/10', 11, 400, 'invalidRequest'],
    ['fewer bytes than the range', 'bytes 0-9/10', 9, 400, 'invalidRequest'],
    ['more bytes than the range', 'bytes 0-9/10', 11, 400, 'invalidRequest'],
    ['nothing', 'bytes 0-0/0', 0, 400, 'invalidRequest'],
    ['what does not come next', 'bytes 5-9/10', 5, 416, 'invalidRange'],
    ['a piece of an odd length', 'bytes 0-4/10', 5, 400, 'invalidRequest'],
  ] as const) {
    it(`refuses ${what}, and can be used all the same`, () => {
      const { drives, put } = aDrive();
      const { token } = drives.openUpload(ANNE, 'notat.docx');
      const refused = put(token, range, length);
      deepEqual([refused.status, codeOf(refused.body)], [status, code]);
      deepEqual(drives.filesOf(ANNE), []);
      equal(put(token, 'bytes 0-9/10', 10).status, 201);
    });
  }

  it('refuses a fragment it has, and one of a file of another length', () => {
    const { drives, put } = aDrive();
    const { token } = drives.openUpload(ANNE, 'notat.docx');
    equal(put(token, `bytes 0-${UNIT - 1}/${UNIT + 1}`, UNIT).status, 202);
    equal(put(token, `bytes 0-${UNIT - 1}/${UNIT + 1}`, UNIT).status, 416);
    equal(put(token, `bytes ${UNIT}-${UNIT + 1}/${UNIT + 2}`, 2).status, 400);
    equal(put(token, `bytes ${UNIT}-${UNIT}/${UNIT + 1}`, 1).status, 201);
  });

  it('is its own permission: the bot’s token does not belong there', () => {
    const { drives, put } = aDrive();
    const { token } = drives.openUpload(ANNE, 'notat.docx');
    equal(put(token, 'bytes 0-0/1', 1, { authorization: 'Bearer secret' }).status, 401);
  });

  it('ends with the file, or after an hour', () => {
    const { drives, put, letTimePass, call } = aDrive();
    const first = drives.openUpload(ANNE, 'et.docx');
    equal(put(first.token, 'bytes 0-0/1', 1).status, 201);
    equal(put(first.token, 'bytes 0-0/1', 1).status, 404);
    const second = drives.openUpload(ANNE, 'to.docx');
    letTimePass(UPLOAD_MS);
    equal(put(second.token, 'bytes 0-0/1', 1).status, 404);
    equal(call('GET', ['upload', second.token]).status, 405);
  });
});

function codeOf(body: unknown): unknown {
  return (body as { readonly error: { readonly code: string } }).error.code;
}
