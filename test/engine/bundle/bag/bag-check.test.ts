import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkBag } from '../../../../electron/engine/bundle/bag/bag-check.ts';
import { formatManifest } from '../../../../electron/engine/bundle/bag/bag-manifest.ts';

type Files = Record<string, string>;
const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

function manifest(files: Files, algorithm: string, keep: (path: string) => boolean): string {
  return formatManifest(
    Object.entries(files)
      .filter(([path]) => keep(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => ({ path, checksum: hash(algorithm, text) })),
  );
}

/** A valid bag of the payload, with what Stillwatch writes beyond BagIt. */
function bag(payload: Files = { 'data/a.txt': 'alpha', 'data/b/c.txt': 'beta' }): Files {
  const files: Files = { ...payload };
  const octets = Object.values(payload).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  files['bagit.txt'] = DECLARATION;
  files['bag-info.txt'] = `External-Identifier: x\nPayload-Oxum: ${octets}.${Object.keys(payload).length}\n`;
  for (const algorithm of ['sha256', 'sha512']) {
    files[`manifest-${algorithm}.txt`] = manifest(files, algorithm, (path) => path.startsWith('data/'));
  }
  return sealed(files);
}

/** With tag manifests that fit. */
function sealed(files: Files): Files {
  const result = { ...files };
  for (const algorithm of ['sha256', 'sha512']) {
    const listed = (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest-');
    result[`tagmanifest-${algorithm}.txt`] = manifest(files, algorithm, listed);
  }
  return result;
}

async function problems(files: Files, complete = true): Promise<string[]> {
  const report = await checkBag(
    {
      paths: Object.keys(files),
      async *read(path) {
        yield Buffer.from(files[path], path === 'bad-utf8' ? 'latin1' : 'utf8');
      },
    },
    { complete },
  );
  return report.problems.map(({ file, problem }) => `${file} ${problem}`);
}

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([p]) => p !== path));
const edited = (path: string, edit: (text: string) => string, files = bag()): Files =>
  sealed({ ...files, [path]: edit(files[path]) });

describe('checkBag', () => {
  it('accepts a valid bag, also with line ends of other systems', async () => {
    expect(await problems(bag())).toEqual([]);
    expect(await problems(bag({ 'data/50% of it': 'x' }))).toEqual([]);
    expect(await problems(edited('bagit.txt', (text) => text.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(await problems(edited('bagit.txt', (text) => text.trimEnd()))).toEqual([]);
  });

  it.each<[string, Files, RegExp]>([
    [
      'a changed file',
      { ...bag(), 'data/a.txt': 'alphA' },
      /^data\/a\.txt does not match its checksum in manifest-sha256\.txt and manifest-sha512\.txt$/,
    ],
    [
      'a missing file',
      without(bag(), 'data/a.txt'),
      /^data\/a\.txt is listed in manifest-sha256\.txt and missing$/,
    ],
    ['an unlisted file', { ...bag(), 'data/new': 'x' }, /^data\/new is not listed in manifest-sha256\.txt$/],
    [
      'an unlisted tag file',
      { ...bag(), 'notes.txt': 'x' },
      /^notes\.txt is not listed in tagmanifest-sha512\.txt$/,
    ],
    [
      'a changed tag file',
      { ...bag(), 'bag-info.txt': 'External-Identifier: y\nPayload-Oxum: 9.2\n' },
      /^bag-info\.txt does not match its checksum in tagmanifest/,
    ],
    [
      'a file in one manifest only',
      edited('manifest-sha512.txt', (t) => `${t.split('\n')[0]}\n`),
      /^data\/b\/c\.txt is not listed in manifest-sha512\.txt$/,
    ],
    [
      'a file listed twice',
      edited('manifest-sha256.txt', (t) => t + t.split('\n')[0]),
      /^manifest-sha256\.txt lists data\/a\.txt more than once$/,
    ],
    [
      'a line that is none',
      edited('manifest-sha256.txt', (t) => `${t}hello\n`),
      /^manifest-sha256\.txt line 3 is no sha256 checksum/,
    ],
    [
      'a tag file in a payload manifest',
      edited('manifest-sha256.txt', (t) => `${t}${'0'.repeat(64)}  bagit.txt\n`),
      /^manifest-sha256\.txt lists bagit\.txt, which is no payload$/,
    ],
    [
      'a missing manifest',
      sealed(without(bag(), 'manifest-sha256.txt')),
      /^manifest-sha256\.txt is missing$/,
    ],
    [
      'a missing tag manifest',
      without(bag(), 'tagmanifest-sha256.txt'),
      /^tagmanifest-sha256\.txt is missing$/,
    ],
    [
      'an unknown algorithm',
      sealed({ ...bag(), 'manifest-md5.txt': '' }),
      /^manifest-md5\.txt uses the algorithm md5/,
    ],
    ['no declaration', sealed(without(bag(), 'bagit.txt')), /^bagit\.txt is missing/],
    ['another version', edited('bagit.txt', (t) => t.replace('1.0', '0.97')), /^bagit\.txt does not declare/],
    [
      'white space in the declaration',
      edited('bagit.txt', (t) => t.replace(': 1', ' : 1')),
      /^bagit\.txt does not declare/,
    ],
    ['a byte order mark', edited('bagit.txt', (t) => `\uFEFF${t}`), /^bagit\.txt does not declare/],
    [
      'a wrong Payload-Oxum',
      edited('bag-info.txt', (t) => t.replace('9.2', '9.3')),
      /^bag-info\.txt has Payload-Oxum 9\.3, the payload is 9\.2/,
    ],
    [
      'no Payload-Oxum',
      edited('bag-info.txt', (t) => t.replace('Payload-Oxum', 'Oxum')),
      /^bag-info\.txt has no Payload-Oxum$/,
    ],
    [
      'files to fetch',
      sealed({ ...bag(), 'fetch.txt': 'http://localhost/x 1 data/x\n' }),
      /^fetch\.txt says that files are to be fetched/,
    ],
    ['a path upwards', bag({ 'data/../../etc/x': 'x' }), /^data\/\.\.\/\.\.\/etc\/x has a path that leaves/],
    ['an absolute path', sealed({ ...bag(), '/etc/x': 'x' }), /^\/etc\/x has an absolute path$/],
    ['a drive', sealed({ ...bag(), 'C:x': 'x' }), /^C:x has an absolute path$/],
    ['a backslash', bag({ 'data/a\\b': 'x' }), /has a backslash/],
    ['a bidi control in a name', bag({ 'data/a\u202Etxt.exe': 'x' }), /has control or invisible characters/],
    [
      'a device name',
      bag({ 'data/con.txt': 'x' }),
      /^data\/con\.txt has a name that some systems do not allow$/,
    ],
    [
      'a stream of another file',
      bag({ 'data/a:b': 'x' }),
      /^data\/a:b has a name that some systems do not allow$/,
    ],
    [
      'names that differ by case',
      bag({ 'data/A.txt': 'x', 'data/a.txt': 'x' }),
      /^data\/A\.txt is the same name as data\/a\.txt/,
    ],
    [
      'names that differ by normal form',
      bag({ 'data/\u00E9': 'x', 'data/e\u0301': 'x' }),
      /^data\/\u00E9 is the same name as/,
    ],
  ])('finds %s', async (_, files, expected) => {
    const found = await problems(files);
    expect(found.filter((line) => expected.test(line))).toHaveLength(1);
  });

  it('lets plain BagIt leave out what only Stillwatch demands', async () => {
    const plain = without(without(bag(), 'tagmanifest-sha256.txt'), 'tagmanifest-sha512.txt');
    expect(
      await problems(
        { ...without(without(plain, 'manifest-sha256.txt'), 'bag-info.txt'), 'notes.txt': 'x' },
        false,
      ),
    ).toEqual([]);
  });
});
