/*
 * Checks a Stillwatch evidence bundle with nothing but Node.js 18 or newer, to be read before it is run:
 *
 *   node verify.mjs BUNDLE.zip [--key KEY]      a bundle as it was sent
 *   node verify.mjs FOLDER [--key KEY]          a bundle unpacked into a folder
 *   node data/verify.mjs                        the unpacked bundle that this file lies in
 *
 * KEY is what its maker told you by another way: the public key (RW...) or its fingerprint (40 hex digits).
 *
 * A copy of this file that came inside a bundle says what whoever packed that bundle wanted it to say. Use one that you
 * have from elsewhere, or do by hand what README.txt in the bundle describes.
 *
 * Checked are: the form of the zip to its last byte, every file against every manifest and the manifests against the tag
 * manifests (BagIt, RFC 8493), the number of bytes and files, the signature (minisign: Ed25519 over BLAKE2b-512), the
 * request for a time stamp, and that the entries of the custody log follow one another. Not checked are: an answer of a
 * time-stamping authority, whether the files agree with one another, and whether what they say is true. It reads, writes
 * nothing, and exits with 0 where all holds, 1 where something does not, 2 where it was called wrongly.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNED = 'tagmanifest-sha512.txt';
const SIGNATURE = `${SIGNED}.minisig`;
const REQUEST = `${SIGNED}.tsq`;
const STAMP = `${SIGNED}.tsr`;
const PUBLIC_KEY = 'signing-key.pub';
const CUSTODY = 'data/provenance/custody.ndjson';
const LAYOUT = '2';
const REQUIRED = [
  'data/README.txt',
  'data/bundle.json',
  'data/case.json',
  'data/evidence/requests.ndjson',
  'data/findings.json',
  CUSTODY,
  'data/report.html',
  'data/tables/account.ndjson',
  'data/tables/record.ndjson',
  'data/tables/source.ndjson',
  'data/verify.mjs',
  REQUEST,
];
const HEX_LENGTH = { sha256: 64, sha512: 128 };
const ALGORITHMS = Object.keys(HEX_LENGTH);
const CHUNK = 1024 * 1024;

/** What does not hold: [file, what is wrong with it]. */
const problems = [];
const notes = [];
const fail = (file, problem) => problems.push([file, problem]);

/* ---- The files: from a zip or a folder, as Map of path -> { size, chunks() } ------------------------------------- */

/**
 * A zip in the one form that bundles have: stored, not compressed, a fixed time, no extra fields; every byte that is not
 * a file's own follows from names, sizes and checksums, and is compared with what it must be.
 */
function filesOfZip(path) {
  const name = basename(path);
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  const at = (position, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
    let done = 0;
    for (let n = -1; n !== 0 && done < bytes.length; done += n)
      n = readSync(file, bytes, done, bytes.length - done, position + done);
    return bytes.subarray(0, done);
  };
  const files = new Map();
  const end = at(Math.max(0, size - 22), 22);
  if (end.length < 22 || end.readUInt32LE(0) !== 0x06054b50) {
    fail(name, 'does not end as a bundle does: it is no zip, is cut short, or has bytes after its end');
    return files;
  }
  const [count, directoryBytes, directoryAt] = [
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    end.readUInt32LE(16),
  ];
  if (
    !end.equals(endRecord(count, directoryBytes, directoryAt)) ||
    directoryAt + directoryBytes + 22 !== size
  ) {
    fail(name, 'has an end that is not of the form of a bundle, or does not fit its size');
    return files;
  }
  const entries = entriesOf(at(directoryAt, directoryBytes), count, name);
  for (const entry of entries) {
    if (files.has(entry.path)) fail(entry.path, 'is in the zip more than once');
    files.set(entry.path, {
      size: entry.size,
      *chunks() {
        let crc = 0;
        for (let done = 0; done < entry.size; ) {
          const chunk = at(entry.start + 30 + entry.name.length + done, Math.min(CHUNK, entry.size - done));
          if (chunk.length === 0) break;
          crc = crc32(chunk, crc);
          done += chunk.length;
          yield chunk;
        }
        if (crc !== entry.crc) fail(entry.path, 'does not match its CRC-32 in the zip');
      },
    });
    if (!at(entry.start, 30 + entry.name.length).equals(localHeader(entry)))
      fail(entry.path, 'has a header before its bytes that does not agree with the directory of the zip');
  }
  checkOrder(entries, directoryAt);
  // Entries that overlap would let a small zip cost any amount of reading.
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > size || entries.some(({ isUnreadable }) => isUnreadable)) files.clear();
  else if (files.size === 0) fail(name, 'is empty');
  return files;
}

/** The records of the zip's directory. */
function entriesOf(directory, count, name) {
  const entries = [];
  let at = 0;
  for (; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) {
      fail(name, 'has a directory that cannot be read');
      return entries;
    }
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const end = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (end > directory.length) {
      fail(name, 'has a directory that is cut short');
      return entries;
    }
    const record = directory.subarray(at, end);
    const entry = {
      name: directory.subarray(at + 46, nameEnd),
      crc: record.readUInt32LE(16),
      size: record.readUInt32LE(24),
      start: record.readUInt32LE(42),
    };
    entry.path = entry.name.toString('utf8');
    if (!record.equals(centralRecord(entry))) {
      const isLink = ((record.readUInt32LE(38) >>> 16) & 0o170000) === 0o120000;
      entry.isUnreadable = (record.readUInt16LE(8) & 1) === 1 || record.readUInt16LE(10) !== 0 || isLink;
      fail(entry.path, 'has a record in the directory of the zip that is not of the form of a bundle');
    }
    entries.push(entry);
    at = end;
  }
  if (at !== directory.length) fail(name, 'has bytes after the last record of its directory');
  return entries;
}

/** The files lie end to end, payload first, each part by name; the directory lists all by name. */
function checkOrder(entries, directoryAt) {
  const lying = [...entries].sort((a, b) => a.start - b.start);
  let position = 0;
  for (const entry of lying) {
    if (entry.start !== position) fail(entry.path, 'does not start where the file before it ends');
    position = entry.start + 30 + entry.name.length + entry.size;
    if (position > directoryAt) fail(entry.path, 'reaches into the directory of the zip');
  }
  if (position < directoryAt)
    fail(lying.at(-1)?.path ?? 'bagit.txt', 'is followed by bytes that belong to no file');
  const rank = ({ path }) => (path.startsWith('data/') ? 0 : 1);
  const byName = [...entries].sort((a, b) => Buffer.compare(a.name, b.name));
  const byPlace = [...entries].sort((a, b) => rank(a) - rank(b) || Buffer.compare(a.name, b.name));
  entries.forEach((entry, index) => {
    if (entry !== byName[index]) fail(entry.path, 'is not in its place in the directory of the zip');
    if (index > 0 && byPlace[index].start < byPlace[index - 1].start)
      fail(byPlace[index].path, 'does not lie in its place in the zip');
  });
}

/** The 26 bytes that both headers of a file have in common. */
function writeShared(header, at, { name, crc, size }) {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt16LE((1 << 5) | 1, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function localHeader(entry) {
  const header = Buffer.alloc(30 + entry.name.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, 4, entry);
  header.set(entry.name, 30);
  return header;
}

function centralRecord(entry) {
  const record = Buffer.alloc(46 + entry.name.length);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE((3 << 8) | 63, 4);
  writeShared(record, 6, entry);
  record.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  record.writeUInt32LE(entry.start, 42);
  record.set(entry.name, 46);
  return record;
}

function endRecord(count, directoryBytes, directoryAt) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes, before) {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[at]) & 0xff];
  return ~crc >>> 0;
}

function filesOfFolder(folder) {
  const files = new Map();
  const list = (below) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      const full = join(folder, path);
      if (entry.isDirectory()) list(`${path}/`);
      else if (!entry.isFile()) fail(path, 'is no regular file');
      else files.set(path, { size: statSync(full).size, chunks: () => chunksOfFile(full) });
    }
  };
  list('');
  if (files.size === 0) fail(basename(folder), 'is empty');
  return files;
}

function* chunksOfFile(path) {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const length = readSync(file, chunk, 0, CHUNK, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/* ---- The bag ----------------------------------------------------------------------------------------------------- */

const isPayload = (path) => path.startsWith('data/');
const isTagManifest = (path) => /^tagmanifest-[^/]+\.txt$/.test(path);

/** Checks names, manifests, checksums and counts. Returns the labels of bag-info.txt and the small tag files. */
function checkBag(files) {
  checkNames([...files.keys()]);
  const digests = new Map();
  const tags = new Map();
  for (const [path, file] of files) {
    const hashes = ALGORITHMS.map((name) => createHash(name));
    const kept = [];
    let size = 0;
    const keep = !isPayload(path) && file.size <= 64 * CHUNK;
    for (const chunk of file.chunks()) {
      for (const hash of hashes) hash.update(chunk);
      if (keep) kept.push(chunk);
      size += chunk.length;
    }
    const [sha256, sha512] = hashes.map((hash) => hash.digest('hex'));
    digests.set(path, { sha256, sha512, size });
    if (keep) tags.set(path, Buffer.concat(kept));
  }
  const declared = textOf(tags, 'bagit.txt');
  if (lines(declared ?? '').join('\n') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8')
    fail('bagit.txt', 'is missing or does not declare BagIt 1.0 and UTF-8');
  checkManifests(files, tags, digests);
  const info = labels(textOf(tags, 'bag-info.txt') ?? '');
  const payload = [...digests].filter(([path]) => isPayload(path));
  const oxum = `${payload.reduce((sum, [, { size }]) => sum + size, 0)}.${payload.length}`;
  if (info.get('Payload-Oxum') !== oxum)
    fail(
      'bag-info.txt',
      `has Payload-Oxum ${info.get('Payload-Oxum')}, the payload is ${oxum} (bytes.files)`,
    );
  if (info.get('Bundle-Schema-Version') !== LAYOUT)
    fail('bag-info.txt', `states a bundle layout other than ${LAYOUT}, which is all that this script knows`);
  for (const path of REQUIRED) if (!files.has(path)) fail(path, 'is missing; every bundle has it');
  return { tags, info };
}

function checkManifests(files, tags, digests) {
  const wrong = [];
  const right = new Map();
  const lists = new Map();
  for (const algorithm of ALGORITHMS) {
    for (const name of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`])
      if (!files.has(name)) fail(name, 'is missing');
  }
  for (const file of files.keys()) {
    const match = /^(tag)?manifest-([^/]+)\.txt$/.exec(file);
    if (!match) continue;
    const algorithm = match[2];
    const text = textOf(tags, file);
    if (!ALGORITHMS.includes(algorithm) || text === undefined) {
      fail(file, `is no text, or uses an algorithm other than ${ALGORITHMS.join(' and ')}`);
      continue;
    }
    const listed = new Map();
    for (const line of lines(text)) {
      const parts = /^([0-9a-fA-F]+)[ \t]+(\S.*)$/.exec(line);
      if (parts?.[1].length !== HEX_LENGTH[algorithm]) {
        fail(file, `has a line that is no ${algorithm} checksum followed by a path`);
        continue;
      }
      const path = parts[2].replace(/%(25|0D|0A)/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      if (listed.has(path)) fail(file, `lists ${path} more than once`);
      else if (isPayload(path) === (match[1] === 'tag'))
        fail(file, `lists ${path}, which belongs in another manifest`);
      listed.set(path, parts[1].toLowerCase());
      if (!files.has(path)) fail(path, `is listed in ${file} and missing`);
      else if (digests.get(path)[algorithm] !== listed.get(path)) wrong.push([path, file]);
      else right.set(path, file);
    }
    lists.set(file, listed);
    const paths = [...listed.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    if (paths.map((path) => `${listed.get(path)}  ${encoded(path)}\n`).join('') !== text)
      fail(file, 'is not written as bundles have it: two spaces, lower case, sorted by path');
    for (const path of files.keys()) {
      if (isPayload(path) === (match[1] === 'tag') || listed.has(path)) continue;
      if (!isTagManifest(path) && ![SIGNATURE, REQUEST, STAMP].includes(path))
        fail(path, `is not listed in ${file}`);
    }
  }
  for (const kind of ['manifest', 'tagmanifest']) {
    const [one, two] = ALGORITHMS.map((name) => `${kind}-${name}.txt`);
    for (const [file, beside] of [
      [one, two],
      [two, one],
    ]) {
      for (const path of lists.get(file)?.keys() ?? [])
        if (lists.get(beside)?.has(path) === false)
          fail(file, `lists ${path}, which ${beside} does not list`);
    }
  }
  for (const [path, file] of wrong) {
    fail(path, `does not match its checksum in ${file}`);
    if (right.has(path)) fail(file, `disagrees with ${right.get(path)} about ${path}, which fits that one`);
  }
}

const encoded = (path) =>
  path.replace(/[%\r\n]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Names that could write outside of the folder, or over one another, where they are unpacked. */
function checkNames(paths) {
  const seen = new Map();
  for (const path of paths) {
    const parts = path.split('/');
    const isUnsafe =
      /[\\<>:"|?*\uFFFD]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path) ||
      parts.some((part) => /^(\.\.?)?$|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part));
    if (isUnsafe) fail(path, 'has a name that is not safe to unpack everywhere');
    if (path === 'fetch.txt') fail(path, 'says that files are to be fetched from elsewhere');
    const key = path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
    const other = seen.get(key);
    if (other !== undefined) {
      fail(path, `is the same name as ${other} on some systems`);
      fail(other, `is the same name as ${path} on some systems`);
    }
    seen.set(key, path);
  }
}

function labels(text) {
  const info = new Map();
  let last;
  for (const line of lines(text)) {
    const match = /^([^:]+?)\s*:\s*(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) info.set(last, `${info.get(last)} ${line.trim()}`);
    else if (match) {
      last = info.has(match[1]) ? undefined : match[1];
      if (last !== undefined) info.set(last, match[2]);
    } else if (line !== '') fail('bag-info.txt', 'has a line that is no label and value');
  }
  return info;
}

function lines(text) {
  const list = text.split(/\r\n|\n|\r/);
  if (list.at(-1) === '') list.pop();
  return list;
}

function textOf(tags, path) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(tags.get(path) ?? fatal());
  } catch {
    return undefined;
  }
}

function fatal() {
  throw new TypeError('Not there');
}

/* ---- The custody log --------------------------------------------------------------------------------------------- */

/** Each line names the hash of the one before; bag-info.txt states how many there are and the hash of the last. */
function checkCustody(files, info) {
  const wrong = (what) => fail(CUSTODY, `does not hold: ${what}`);
  const text = Buffer.concat([...(files.get(CUSTODY)?.chunks() ?? [])]);
  const list = textOf(new Map([[CUSTODY, text]]), CUSTODY)?.split('\n') ?? ['?'];
  if (list.pop() !== '') return wrong('it is no text of lines');
  const isRedacted = redactedOf(files);
  let head = '0'.repeat(64);
  let withheld = 0;
  for (const [index, line] of list.entries()) {
    const number = index + 1;
    let record;
    let entry;
    try {
      record = JSON.parse(line);
      entry = JSON.parse(record.entry);
    } catch {
      return wrong(`line ${number} is no entry`);
    }
    const { seq, hash } = record;
    const written = `{"seq":${seq},"hash":${JSON.stringify(hash)},"entry":${JSON.stringify(record.entry)}}`;
    if (seq !== number || line !== written || !/^[0-9a-f]{64}$/.test(hash))
      return wrong(`line ${number} is no entry`);
    const isWhole = !isRedacted && !(entry !== null && typeof entry === 'object' && 'withheld' in entry);
    if (!isRedacted && !isWhole) withheld++;
    if (isWhole && createHash('sha256').update(record.entry, 'utf8').digest('hex') !== hash)
      return wrong(`entry ${number} does not match its hash`);
    if (isWhole && canonical(entry) !== record.entry) return wrong(`entry ${number} is not canonical JSON`);
    if (entry?.prev !== head) return wrong(`entry ${number} does not name the hash of the entry before`);
    head = hash;
  }
  if (info.get('Custody-Entries') !== String(list.length) || info.get('Custody-Head') !== head)
    wrong(`it ends at entry ${list.length}, which is not the end that bag-info.txt states`);
  else if (isRedacted)
    notes.push(
      'The custody log is redacted: its entries follow one another; their own hashes cannot be checked.',
    );
  else if (withheld > 0)
    notes.push(
      `${withheld} of ${list.length} entries of the custody log are told in part: only their order can be checked.`,
    );
  return undefined;
}

function redactedOf(files) {
  try {
    const about = JSON.parse(Buffer.concat([...files.get('data/bundle.json').chunks()]).toString('utf8'));
    return about.redaction !== null && about.redaction !== undefined;
  } catch {
    return false;
  }
}

/** RFC 8785: object keys sorted, no blanks. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/* ---- Signature and request for a time stamp ---------------------------------------------------------------------- */

/** Returns a sentence on who signed. `expected` is a public key or a fingerprint, or undefined. */
function checkSignature(tags, expected) {
  const file = textOf(tags, SIGNATURE);
  if (!tags.has(SIGNATURE)) {
    if (tags.has(PUBLIC_KEY)) fail(SIGNATURE, `is missing; ${PUBLIC_KEY} says that the bundle was signed`);
    else if (expected !== undefined)
      fail(SIGNATURE, 'is missing: the bundle is not signed, and a signature was expected');
    return 'It is not signed: whoever changes a file and all checksums is not found out.';
  }
  const broken = 'Its signature does not hold.';
  const keyLine = tags.has(PUBLIC_KEY) ? (textOf(tags, PUBLIC_KEY) ?? '').split('\n')[1] : expected;
  const key = bytesOf(keyLine, 42);
  if (key?.toString('latin1', 0, 2) !== 'Ed') {
    fail(PUBLIC_KEY, 'is no public key of minisign');
    fail(SIGNATURE, `cannot be checked without ${PUBLIC_KEY}`);
    return broken;
  }
  const idHex = Buffer.from(key.subarray(2, 10)).readBigUInt64LE().toString(16).toUpperCase();
  if (
    tags.has(PUBLIC_KEY) &&
    textOf(tags, PUBLIC_KEY) !== `untrusted comment: minisign public key ${idHex}\n${keyLine}\n`
  ) {
    fail(PUBLIC_KEY, 'is not written as minisign writes public keys');
    fail(SIGNATURE, `cannot be checked without ${PUBLIC_KEY}`);
    return broken;
  }
  const [first, line, trusted = '', global, ...rest] = (file ?? '').split('\n');
  const signature = bytesOf(line, 74);
  const globalSignature = bytesOf(global, 64);
  const firsts = [`signature by Stillwatch with the key ${idHex}`, 'signature from minisign secret key'];
  const isForm =
    signature?.toString('latin1', 0, 2) === 'ED' &&
    globalSignature !== undefined &&
    trusted.startsWith('trusted comment: ') &&
    firsts.some((comment) => first === `untrusted comment: ${comment}`) &&
    rest.join('\n') === '';
  if (!isForm || rest.length !== 1) {
    fail(SIGNATURE, 'is no signature in the form that bundles have');
    return broken;
  }
  const comment = trusted.slice('trusted comment: '.length);
  const publicKey = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(10)]),
    format: 'der',
    type: 'spki',
  });
  const isBy = (bytes, by) => {
    try {
      return verify(null, bytes, publicKey, by);
    } catch {
      return false;
    }
  };
  const own = signature.subarray(10);
  const holds =
    signature.subarray(2, 10).equals(key.subarray(2, 10)) &&
    isBy(blake2b512(tags.get(SIGNED) ?? Buffer.alloc(0)), own) &&
    isBy(Buffer.concat([own, Buffer.from(comment)]), globalSignature);
  if (!holds) {
    fail(SIGNATURE, `does not hold over ${SIGNED}, or its comment was changed`);
    return broken;
  }
  const print = createHash('sha256').update(key).digest('hex').slice(0, 40);
  const who = `It is signed by the key ${keyLine}\n  fingerprint ${print.match(/.{4}/g).join(' ')}\n  "${comment}"`;
  if (expected === undefined)
    return `${who}\n  Compare the fingerprint with what its owner told you by another way.`;
  if (expected === keyLine || digitsOf(expected) === print) return `${who}\n  It is the expected key.`;
  fail(SIGNATURE, 'is by another key than the expected one');
  return who;
}

const digitsOf = (text) => text.replace(/[\s:-]/g, '').toLowerCase();

function bytesOf(base64, length) {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.length === length && bytes.toString('base64') === base64 ? bytes : undefined;
}

/** The request (RFC 3161) follows from the tag manifest, its nonce too. */
function checkRequest(tags) {
  if (tags.has(STAMP))
    notes.push(`${STAMP} is not checked by this script; Stillwatch or openssl ts -verify checks it.`);
  if (!tags.has(REQUEST) || !tags.has(SIGNED)) return;
  const digest = createHash('sha512').update(tags.get(SIGNED)).digest();
  const nonce = createHash('sha256').update('time-stamp nonce ').update(digest).digest().subarray(0, 8);
  nonce[0] = (nonce[0] & 0x3f) | 0x40;
  const algorithm = '300d06096086480165030402030500';
  const request = `30630201013051${algorithm}0440${digest.toString('hex')}0208${nonce.toString('hex')}0101ff`;
  if (tags.get(REQUEST).toString('hex') === request) return;
  fail(REQUEST, `is not the request for a time stamp over ${SIGNED}`);
  fail(SIGNED, `is not what ${REQUEST} was made from`);
}

/* ---- BLAKE2b (RFC 7693), 64 bytes, without a key ------------------------------------------------------------------ */

const IV = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
/** A hex digit is the number of a word. */
const numbers = (digits) =>
  digits.split(' ').map((row) => [...row].map((digit) => Number.parseInt(digit, 16)));
/** In which order the 16 words of a block are taken in ten rounds, and which words are mixed in a round. */
const SIGMA = numbers(
  '0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d ' +
    '2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0',
);
const MIXED = numbers('048c 159d 26ae 37bf 05af 16bc 278d 349e');
const MASK = 0xffffffffffffffffn;
const rotated = (word, by) => ((word >> by) | (word << (64n - by))) & MASK;

function blake2b512(bytes) {
  const state = [...IV];
  state[0] ^= 0x01010040n;
  const blocks = Math.max(1, Math.ceil(bytes.length / 128));
  const padded = Buffer.alloc(blocks * 128);
  padded.set(bytes);
  for (let block = 0; block < blocks; block += 1) {
    const words = Array.from({ length: 16 }, (_, word) => padded.readBigUInt64LE(block * 128 + word * 8));
    const isLast = block === blocks - 1;
    const v = [...state, ...IV];
    v[12] ^= BigInt(isLast ? bytes.length : (block + 1) * 128);
    if (isLast) v[14] ^= MASK;
    for (let round = 0; round < 12; round += 1) {
      const order = SIGMA[round % 10];
      MIXED.forEach(([a, b, c, d], step) => {
        v[a] = (v[a] + v[b] + words[order[2 * step]]) & MASK;
        v[d] = rotated(v[d] ^ v[a], 32n);
        v[c] = (v[c] + v[d]) & MASK;
        v[b] = rotated(v[b] ^ v[c], 24n);
        v[a] = (v[a] + v[b] + words[order[2 * step + 1]]) & MASK;
        v[d] = rotated(v[d] ^ v[a], 16n);
        v[c] = (v[c] + v[d]) & MASK;
        v[b] = rotated(v[b] ^ v[c], 63n);
      });
    }
    for (let word = 0; word < 8; word += 1) state[word] ^= v[word] ^ v[word + 8];
  }
  const digest = Buffer.alloc(64);
  for (const [index, word] of state.entries()) digest.writeBigUInt64LE(word, index * 8);
  return digest;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/** Bundles are written by others, and a terminal obeys control characters: those are spelt. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}/gu;
const spelt = (character) =>
  `\u27E8U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}\u27E9`;
const shown = (text) => text.replace(HIDDEN, spelt);

function main(args) {
  const keyAt = args.indexOf('--key');
  const expected = keyAt < 0 ? undefined : (args[keyAt + 1] ?? '').trim();
  const rest = keyAt < 0 ? args : args.filter((_, index) => index !== keyAt && index !== keyAt + 1);
  const own = join(dirname(fileURLToPath(import.meta.url)), '..');
  const path = rest[0] ?? (existsSync(join(own, 'bagit.txt')) ? own : undefined);
  const isKey = expected === undefined || bytesOf(expected, 42) || /^[0-9a-f]{40}$/.test(digitsOf(expected));
  if (path === undefined || rest.length > 1 || !isKey || !existsSync(path)) {
    console.error('Use: node verify.mjs BUNDLE.zip or FOLDER [--key PUBLIC-KEY-OR-FINGERPRINT]');
    return 2;
  }
  const files = statSync(path).isDirectory() ? filesOfFolder(path) : filesOfZip(path);
  let signed = '';
  if (files.size > 0) {
    const { tags, info } = checkBag(files);
    if (files.has(CUSTODY)) checkCustody(files, info);
    signed = checkSignature(tags, expected);
    checkRequest(tags);
  }
  const distinct = [
    ...new Set(problems.map(([file, problem]) => `- ${shown(file)}: ${shown(problem)}`)),
  ].sort();
  console.log(
    distinct.length === 0
      ? `The bundle holds: ${files.size} files, all as written.`
      : `The bundle does NOT hold. What is wrong:\n${distinct.slice(0, 1000).join('\n')}`,
  );
  if (distinct.length > 1000) console.log(`and ${distinct.length - 1000} more.`);
  for (const sentence of [signed, ...notes])
    if (sentence !== '') console.log(sentence.split('\n').map(shown).join('\n'));
  return distinct.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
