import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanBundle } from '../../../../electron/engine/bundle/redact/scan.ts';
import { SecretSearch } from '../../../../electron/engine/bundle/redact/secret-search.ts';

const SECRET = 'ac_ünder-71"';
const utf8 = Buffer.from(SECRET);
const utf16 = Buffer.from(SECRET, 'utf16le');

const spellings: readonly (readonly [string, Buffer])[] = [
  ['plain', utf8],
  ['as JSON', Buffer.from(JSON.stringify({ a: SECRET }))],
  ['as markup', Buffer.from(`<b>${SECRET.replace('"', '&quot;')}</b>`)],
  ['in an address', Buffer.from(encodeURIComponent(SECRET))],
  ['UTF-16, little end first', utf16],
  ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['hexadecimal', Buffer.from(utf8.toString('hex'))],
  ['hexadecimal in capitals', Buffer.from(utf8.toString('hex').toUpperCase())],
  ...[0, 1, 2].flatMap((before) =>
    (['base64', 'base64url'] as const).map((form): [string, Buffer] => [
      `${form} after ${before} bytes`,
      Buffer.from(Buffer.concat([Buffer.alloc(before, 'x'), utf8, Buffer.from('yz')]).toString(form)),
    ]),
  ),
];

test.each(spellings)('%s is found wherever it stands and the stream is cut', async (_, spelt) => {
  const search = new SecretSearch([SECRET, 'other', 'x9z']);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(200),
      fc.nat(200),
      fc.integer({ min: 1, max: 70 }),
      async (before, after, cut) => {
        const bytes = Buffer.concat([Buffer.alloc(before, '.'), spelt, Buffer.alloc(after, '.')]);
        expect(await search.firstIn(pieces(bytes, cut))).toBeGreaterThanOrEqual(0);
        const broken = Buffer.from(bytes);
        // A changed byte in the middle of the value.
        broken[before + (spelt.length >> 1)] ^= 1;
        const without = new SecretSearch([SECRET]);
        expect(await without.firstIn(pieces(broken, cut))).toBe(-1);
      },
    ),
    { numRuns: 50 },
  );
});

test('a short value is found as it stands alone, however the stream is cut', async () => {
  const search = new SecretSearch(['ac1']);
  for (const cut of [1, 2, 3, 64, 65, 200]) {
    for (const pad of [0, 61, 62, 63, 64, 65, 66]) {
      const dots = '.'.repeat(pad);
      expect(await search.firstIn(pieces(Buffer.from(`${dots}"ac1"${dots}`), cut))).toBe(pad + 1);
      expect(await search.firstIn(pieces(Buffer.from(`${dots}ac12${dots}xac1${dots}`), cut))).toBe(-1);
    }
  }
});

test('of very many values that begin alike each is found, and none in what only begins so too', async () => {
  // As ids of requests are. Compared one by one they would take minutes.
  const ids = Array.from({ length: 60_000 }, (_, i) => `req_011CSHo${i}${i % 3 === 0 ? 'longer' : ''}`);
  const search = new SecretSearch(ids);
  const others = Buffer.from(ids.map((id) => `req_011CSHo_${id.slice(11)}`).join('\n'));
  expect(await search.firstIn(pieces(others, 65_536))).toBe(-1);
  for (const id of [ids[0], ids[29_999], ids[59_998]]) {
    const bytes = Buffer.concat([others, Buffer.from(`"${id}"`), others]);
    expect(await search.firstIn(pieces(bytes, 65_536))).toBe(others.length + 1);
  }
});

test('a bundle is searched in its names, its files and the packed parts of a PDF; no problem tells the value', async () => {
  const files: Readonly<Record<string, Buffer>> = {
    'data/clean.txt': Buffer.from('nothing here'),
    'data/ac_71234567.txt': Buffer.from('its name'),
    'data/report.pdf': Buffer.concat([
      Buffer.from('%PDF-1.7\nstream\r\n'),
      deflateSync(Buffer.from('(ac_71234567)')),
      Buffer.from('\nendstream'),
    ]),
    'data/rows.csv': Buffer.from('a,ac_71234567\n'),
  };
  const problems = await scanBundle(
    {
      paths: Object.keys(files),
      async *read(path) {
        yield files[path];
      },
    },
    ['ac_71234567'],
  );
  expect(problems.map(({ file }) => file)).toEqual([
    'data/ac_71234567.txt',
    'data/report.pdf',
    'data/rows.csv',
  ]);
  expect(problems.some(({ problem }) => problem.includes('ac_71234567'))).toBe(false);
});

function* pieces(bytes: Buffer, size: number): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
