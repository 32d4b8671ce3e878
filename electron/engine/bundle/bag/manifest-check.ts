import {
  BAG_ALGORITHMS,
  formatManifest,
  KNOWN_ALGORITHMS,
  MANIFEST_NAME,
  type ManifestLine,
  OUTSIDE_FILES,
  parseManifest,
} from './bag-manifest.ts';
import type { Digests } from './bag-read.ts';

export type Fail = (file: string, problem: string) => void;

export interface Manifest {
  readonly file: string;
  readonly algorithm: string;
  readonly tags: boolean;
  /** Lower-case hex by path. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** The manifests among the texts, with what is wrong in themselves. */
export function readManifests(
  texts: ReadonlyMap<string, string>,
  algorithms: readonly string[],
  complete: boolean,
  fail: Fail,
): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const [file, text] of texts) {
    const match = MANIFEST_NAME.exec(file);
    if (!match) continue;
    const tags = match[1] !== undefined;
    const algorithm = match[2];
    if (!algorithms.includes(algorithm)) {
      const checked = complete ? BAG_ALGORITHMS : KNOWN_ALGORITHMS;
      fail(file, `uses the algorithm ${algorithm}, which is not checked; only ${checked.join(' and ')} are`);
      continue;
    }
    const { lines, faults } = parseManifest(text, algorithm);
    for (const fault of faults) fail(file, fault);
    const checksums = new Map<string, string>();
    for (const { path: written, checksum } of lines) {
      // Bags of old wrote `./data/...`.
      const path = complete ? written : written.replace(/^\.\//, '');
      if (checksums.has(path)) fail(file, `lists ${path} more than once`);
      else if (path.startsWith('data/') === tags)
        fail(file, `lists ${path}, which is ${tags ? 'payload' : 'no payload'}`);
      checksums.set(path, checksum);
    }
    if (complete && !(isSorted(lines) && formatManifest(lines) === text))
      fail(file, 'is not written as bundles have it: two spaces, lower case, sorted by path');
    manifests.push({ file, algorithm, tags, checksums });
  }
  return manifests;
}

/** Both ways: what is listed is there, what is there is listed. */
export function checkCoverage(
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
    const beside = manifests.find((other) => other.tags === tags && other.file !== file);
    for (const path of checksums.keys()) {
      if (!present.has(path)) fail(path, `is listed in ${file} and missing`);
      if (complete && beside?.checksums.has(path) === false)
        fail(file, `lists ${path}, which ${beside.file} does not list`);
    }
    for (const path of paths) {
      const payload = path.startsWith('data/');
      if (payload === tags || checksums.has(path)) continue;
      // BagIt lets tag files go unlisted, save payload manifests; a tag manifest never lists tag manifests.
      const outside = /^tagmanifest-[^/]+\.txt$/.test(path) || OUTSIDE_FILES.includes(path);
      const required = payload || /^manifest-/.test(path) || (complete && !outside);
      if (required) fail(path, `is not listed in ${file}`);
    }
  }
}

/** That files are as the manifests say. */
export function checkChecksums(
  manifests: readonly Manifest[],
  digests: ReadonlyMap<string, Digests>,
  fail: Fail,
): void {
  for (const [path, digest] of digests) {
    const listing = manifests.filter(({ checksums }) => checksums.has(path));
    const fits = ({ checksums, algorithm }: Manifest) =>
      checksums.get(path) === digest.checksums.get(algorithm);
    const wrong = listing.filter((manifest) => !fits(manifest)).map(({ file }) => file);
    if (wrong.length === 0) continue;
    fail(path, `does not match its checksum in ${wrong.join(' and ')}`);
    // The file is as one manifest says, so it is the other that was changed.
    const right = listing.find(fits);
    if (right)
      for (const file of wrong) fail(file, `disagrees with ${right.file} about ${path}, which fits that one`);
  }
}

function isSorted(lines: readonly ManifestLine[]): boolean {
  const paths = lines.map(({ path }) => Buffer.from(path));
  return paths.every((path, at) => at === 0 || Buffer.compare(paths[at - 1], path) < 0);
}
