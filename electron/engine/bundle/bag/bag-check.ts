import { createHash } from 'node:crypto';
import type { Problem } from '../../../../shared/contract/bundles.ts';
import {
  BAG_ALGORITHMS,
  BAG_DECLARATION,
  type BagAlgorithm,
  parseManifest,
  splitLines,
} from './bag-manifest.ts';
import { collisions, nameFault } from './bag-names.ts';

/** A bag's files wherever they lie: in a folder, in a zip. Paths use `/` and are relative to the bag. */
export interface BagFiles {
  readonly paths: readonly string[];
  read(path: string): AsyncIterable<Uint8Array>;
}

export interface BagRules {
  /** Require what Stillwatch writes beyond BagIt: both algorithms, every tag file checksummed, Payload-Oxum. */
  readonly complete: boolean;
}

export interface BagReport {
  readonly problems: readonly Problem[];
  /** Labels of bag-info.txt; of a repeated label the first. */
  readonly info: ReadonlyMap<string, string>;
}

interface Manifest {
  readonly file: string;
  readonly algorithm: BagAlgorithm;
  readonly tags: boolean;
  /** Lower-case hex by path. */
  readonly checksums: ReadonlyMap<string, string>;
}

type Digests = Readonly<Record<BagAlgorithm, string>> & { readonly sizeBytes: number };

const MANIFEST = /^(tag)?manifest-([^/]+)\.txt$/;
/** Tag files are read whole; a manifest of 65,000 files has about 15 MB. */
const MAX_TAG_BYTES = 64 * 1024 * 1024;

/**
 * Checks a bag against BagIt 1.0: declaration, manifests complete both ways, checksums, Payload-Oxum, and
 * names that are safe to unpack on any system. Each problem names the file it is with. Reads every file once.
 */
export async function checkBag(files: BagFiles, { complete }: BagRules): Promise<BagReport> {
  const problems: Problem[] = [];
  const fail = (file: string, problem: string) => problems.push({ file, problem });
  checkNames(files.paths, fail);

  const digests = new Map<string, Digests>();
  const texts = new Map<string, string>();
  for (const path of files.paths) {
    const isTag = !path.startsWith('data/');
    const { digest, text } = await readFile(files.read(path), isTag);
    digests.set(path, digest);
    if (!isTag) continue;
    if (text !== undefined) texts.set(path, text);
    else if (MANIFEST.test(path) || path.startsWith('bag'))
      fail(path, 'is not UTF-8 text of a plausible size');
  }

  checkDeclaration(texts.get('bagit.txt'), fail);
  const manifests = readManifests(texts, fail);
  checkCoverage(manifests, files.paths, complete, fail);
  checkChecksums(manifests, digests, fail);
  const info = parseInfo(texts.get('bag-info.txt') ?? '', fail);
  checkOxum(info.get('Payload-Oxum'), digests, complete, fail);
  return { problems, info };
}

type Fail = (file: string, problem: string) => void;

function checkNames(paths: readonly string[], fail: Fail): void {
  for (const path of paths) {
    const fault = nameFault(path);
    if (fault) fail(path, fault);
    if (path === 'fetch.txt')
      fail(path, 'says that files are to be fetched from elsewhere; a bundle holds them all');
  }
  for (const group of collisions(paths)) {
    for (const path of group) {
      const others = group.filter((other) => other !== path);
      fail(
        path,
        `is the same name as ${others.join(', ')} on systems that ignore case or the form of letters`,
      );
    }
  }
}

async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  keepText: boolean,
): Promise<{ readonly digest: Digests; readonly text: string | undefined }> {
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  const kept: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sha256.update(chunk);
    sha512.update(chunk);
    sizeBytes += chunk.length;
    // The reader may use its buffer again.
    if (keepText && sizeBytes <= MAX_TAG_BYTES) kept.push(Uint8Array.from(chunk));
  }
  const text = keepText && sizeBytes <= MAX_TAG_BYTES ? utf8(Buffer.concat(kept)) : undefined;
  return { digest: { sha256: sha256.digest('hex'), sha512: sha512.digest('hex'), sizeBytes }, text };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkDeclaration(text: string | undefined, fail: Fail): void {
  if (text === undefined) fail('bagit.txt', 'is missing or unreadable');
  else if (splitLines(text).join('\n') !== BAG_DECLARATION.trimEnd()) {
    fail('bagit.txt', 'does not declare BagIt-Version 1.0 and UTF-8 exactly as BagIt demands');
  }
}

function readManifests(texts: ReadonlyMap<string, string>, fail: Fail): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const [file, text] of texts) {
    const match = MANIFEST.exec(file);
    if (!match) continue;
    const tags = match[1] !== undefined;
    const algorithm = BAG_ALGORITHMS.find((name) => name === match[2]);
    if (!algorithm) {
      fail(
        file,
        `uses the algorithm ${match[2]}, which is not checked; only ${BAG_ALGORITHMS.join(' and ')} are`,
      );
      continue;
    }
    const { lines, faults } = parseManifest(text, algorithm);
    for (const fault of faults) fail(file, fault);
    const checksums = new Map<string, string>();
    for (const { path, checksum } of lines) {
      if (checksums.has(path)) fail(file, `lists ${path} more than once`);
      else if (path.startsWith('data/') === tags)
        fail(file, `lists ${path}, which is ${tags ? 'payload' : 'no payload'}`);
      checksums.set(path, checksum);
    }
    manifests.push({ file, algorithm, tags, checksums });
  }
  return manifests;
}

/** Both ways: what is listed is there, what is there is listed. */
function checkCoverage(
  manifests: readonly Manifest[],
  paths: readonly string[],
  complete: boolean,
  fail: Fail,
): void {
  const present = new Set(paths);
  if (!manifests.some(({ tags }) => !tags))
    fail('manifest-sha512.txt', 'is missing: no payload manifest can be read');
  if (complete) {
    for (const algorithm of BAG_ALGORITHMS) {
      for (const file of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]) {
        if (!present.has(file)) fail(file, 'is missing');
      }
    }
  }
  for (const { file, tags, checksums } of manifests) {
    for (const path of checksums.keys()) {
      if (!present.has(path)) fail(path, `is listed in ${file} and missing`);
    }
    for (const path of paths) {
      const payload = path.startsWith('data/');
      if (payload === tags || checksums.has(path)) continue;
      // BagIt lets tag files go unlisted, save payload manifests; a tag manifest never lists tag manifests.
      const required =
        payload || /^manifest-/.test(path) || (complete && !/^tagmanifest-[^/]+\.txt$/.test(path));
      if (required) fail(path, `is not listed in ${file}`);
    }
  }
}

function checkChecksums(
  manifests: readonly Manifest[],
  digests: ReadonlyMap<string, Digests>,
  fail: Fail,
): void {
  for (const [path, digest] of digests) {
    const wrong = manifests.filter(({ checksums, algorithm }) => {
      const expected = checksums.get(path);
      return expected !== undefined && expected !== digest[algorithm];
    });
    if (wrong.length > 0)
      fail(path, `does not match its checksum in ${wrong.map(({ file }) => file).join(' and ')}`);
  }
}

function parseInfo(text: string, fail: Fail): ReadonlyMap<string, string> {
  const info = new Map<string, string>();
  let last: string | undefined;
  for (const line of splitLines(text)) {
    if (/^[ \t]/.test(line) && last !== undefined) {
      info.set(last, `${info.get(last)} ${line.trim()}`);
      continue;
    }
    const match = /^([^:]+?)\s*:\s*(.*)$/.exec(line);
    if (!match) {
      if (line !== '') fail('bag-info.txt', 'has a line that is no label and value');
      continue;
    }
    last = info.has(match[1]) ? undefined : match[1];
    if (last !== undefined) info.set(last, match[2]);
  }
  return info;
}

function checkOxum(
  oxum: string | undefined,
  digests: ReadonlyMap<string, Digests>,
  complete: boolean,
  fail: Fail,
): void {
  if (oxum === undefined) {
    if (complete) fail('bag-info.txt', 'has no Payload-Oxum');
    return;
  }
  const payload = [...digests].filter(([path]) => path.startsWith('data/'));
  const actual = `${payload.reduce((sum, [, { sizeBytes }]) => sum + sizeBytes, 0)}.${payload.length}`;
  if (oxum !== actual)
    fail('bag-info.txt', `has Payload-Oxum ${oxum}, the payload is ${actual} (bytes.files)`);
}
