import type { Problem } from '../../../../shared/contract/bundles.ts';
import {
  BAG_ALGORITHMS,
  BAG_DECLARATION,
  KNOWN_ALGORITHMS,
  MANIFEST_NAME,
  OUTSIDE_FILES,
  PUBLIC_KEY_FILE,
  splitLines,
} from './bag-manifest.ts';
import { collisions, nameFault } from './bag-names.ts';
import { type Digests, decoded, readFile } from './bag-read.ts';
import { Hasher } from './hasher.ts';
import { checkChecksums, checkCoverage, type Fail, readManifests } from './manifest-check.ts';

/** A bag's files wherever they lie: in a folder, in a zip. Paths use `/` and are relative to the bag. */
export interface BagFiles {
  readonly paths: readonly string[];
  read(path: string): AsyncIterable<Uint8Array>;
}

export interface BagRules {
  /**
   * Require what Stillwatch writes: BagIt 1.0 in UTF-8, exactly both algorithms, every tag file checksummed,
   * Payload-Oxum. Without, any bag of BagIt 0.93 to 1.0 is checked, as the conformance suite holds them.
   */
  readonly complete: boolean;
}

export interface BagReport {
  readonly problems: readonly Problem[];
  /** Labels of bag-info.txt; of a repeated label the first. */
  readonly info: ReadonlyMap<string, string>;
  /** Bytes of the tag files that say something: declaration, labels, manifests, signature and what belongs to it. */
  readonly tags: ReadonlyMap<string, Buffer>;
}

const KEPT: ReadonlySet<string> = new Set(['bagit.txt', 'bag-info.txt', PUBLIC_KEY_FILE, ...OUTSIDE_FILES]);
const DECLARATION = /^BagIt-Version: (?:0\.9[3-7]|1\.0)\nTag-File-Character-Encoding: (\S+)$/;

/**
 * Checks a bag against BagIt: declaration, manifests complete both ways, checksums, Payload-Oxum, and
 * names that are safe to unpack on any system. Each problem names the file it is with. Reads every file once.
 */
export async function checkBag(files: BagFiles, { complete }: BagRules): Promise<BagReport> {
  const problems: Problem[] = [];
  const fail = (file: string, problem: string) => problems.push({ file, problem });
  checkNames(files.paths, fail);
  const named = files.paths.map((path) => MANIFEST_NAME.exec(path)?.[2]);
  const algorithms = (complete ? BAG_ALGORITHMS : KNOWN_ALGORITHMS).filter((name) => named.includes(name));

  const digests = new Map<string, Digests>();
  const tags = new Map<string, Buffer>();
  const hasher = new Hasher(algorithms);
  try {
    for (const path of files.paths) {
      const isKept = KEPT.has(path) || MANIFEST_NAME.test(path);
      const { digest, bytes } = await readFile(files.read(path), hasher, isKept);
      digests.set(path, digest);
      if (bytes) tags.set(path, bytes);
      else if (isKept) fail(path, 'is larger than any such file is');
    }
  } finally {
    await hasher.close();
  }

  const encoding = checkDeclaration(tags.get('bagit.txt'), complete, fail);
  const texts = textsOf(tags, encoding, fail);
  const manifests = readManifests(texts, algorithms, complete, fail);
  checkCoverage(manifests, files.paths, complete, fail);
  checkChecksums(manifests, digests, fail);
  const info = parseInfo(texts.get('bag-info.txt') ?? '', fail);
  checkOxum(info.get('Payload-Oxum'), digests, complete, fail);
  return { problems, info, tags };
}

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

/** The tag files that are text. */
function textsOf(
  tags: ReadonlyMap<string, Buffer>,
  encoding: string,
  fail: Fail,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of tags) {
    if (OUTSIDE_FILES.includes(path)) continue;
    const text = decoded(bytes, encoding);
    if (text !== undefined) texts.set(path, text);
    else fail(path, `is not text in ${encoding.toUpperCase()}`);
  }
  return texts;
}

/** The encoding of the other tag files. */
function checkDeclaration(bytes: Buffer | undefined, complete: boolean, fail: Fail): string {
  const text = bytes && decoded(bytes, 'utf-8');
  const lines = splitLines(text ?? '').join('\n');
  const match = DECLARATION.exec(lines);
  if (text === undefined) fail('bagit.txt', 'is missing or unreadable');
  else if (complete && lines !== BAG_DECLARATION.trimEnd())
    fail('bagit.txt', 'does not declare BagIt-Version 1.0 and UTF-8 exactly as BagIt demands');
  else if (!match) fail('bagit.txt', 'does not declare a version and an encoding exactly as BagIt demands');
  return complete ? 'utf-8' : (match?.[1] ?? 'utf-8');
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
