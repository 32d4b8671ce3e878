/** Checksum algorithms a manifest may use: those every BagIt 1.0 program must know. */
export const BAG_ALGORITHMS = ['sha256', 'sha512'] as const;
export type BagAlgorithm = (typeof BAG_ALGORITHMS)[number];

/** Every algorithm that bags of any version may use, with the length of its checksums in hex. */
const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['sha1', 40],
  ['sha224', 56],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
export const KNOWN_ALGORITHMS: readonly string[] = [...HEX_LENGTH.keys()];

/** What is signed and stamped: it holds the checksums of all manifests, and they those of all else. */
export const SIGNED_FILE = 'tagmanifest-sha512.txt';
export const SIGNATURE_FILE = `${SIGNED_FILE}.minisig`;
export const PUBLIC_KEY_FILE = 'signing-key.pub';
/** A request to a time-stamping authority, and the answer to it, which comes later if at all. */
export const REQUEST_FILE = `${SIGNED_FILE}.tsq`;
export const STAMP_FILE = `${SIGNED_FILE}.tsr`;
/** Made from the tag manifests, so that none of those can list them. */
export const OUTSIDE_FILES: readonly string[] = [SIGNATURE_FILE, REQUEST_FILE, STAMP_FILE];

/** Name of a manifest: whether it is of tag files, and the algorithm. */
export const MANIFEST_NAME = /^(tag)?manifest-([^/]+)\.txt$/;

/** Exactly what bagit.txt holds. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export interface ManifestLine {
  readonly path: string;
  /** Lower-case hex. */
  readonly checksum: string;
}

/** A line per file, `checksum  path`, in the order given; the form sha256sum -c and sha512sum -c read. */
export function formatManifest(lines: readonly ManifestLine[]): string {
  return lines.map(({ checksum, path }) => `${checksum}  ${encodePath(path)}\n`).join('');
}

/** The lines of a manifest and what is wrong with those that are none. Paths may repeat. */
export function parseManifest(
  text: string,
  algorithm: string,
): { readonly lines: readonly ManifestLine[]; readonly faults: readonly string[] } {
  const lines: ManifestLine[] = [];
  const faults: string[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    const match = /^([0-9a-fA-F]+)[ \t]+(\S.*)$/.exec(line);
    if (!match || match[1].length !== HEX_LENGTH.get(algorithm)) {
      faults.push(`line ${index + 1} is no ${algorithm} checksum followed by a path`);
    } else {
      lines.push({ checksum: match[1].toLowerCase(), path: decodePath(match[2]) });
    }
  }
  return { lines, faults };
}

/** Lines of a tag file, ended by LF, CR LF or CR; the last may lack its end. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** BagIt percent-encodes line ends and the percent sign, nothing else. */
function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (c) => (c === '%' ? '%25' : c === '\r' ? '%0D' : '%0A'));
}

function decodePath(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
