import type { Checksums, Hasher } from './hasher.ts';

export interface Digests {
  readonly checksums: Checksums;
  readonly sizeBytes: number;
}

/** Tag files are read whole; a manifest of 65,000 files has about 15 MB. */
const MAX_TAG_BYTES = 64 * 1024 * 1024;

/** Hashes a file as it is read. Where it is to be kept, `bytes` is undefined for one that is too large. */
export async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  hasher: Hasher,
  keep: boolean,
): Promise<{ readonly digest: Digests; readonly bytes: Buffer | undefined }> {
  const kept: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    // The reader may use its buffer again.
    if (keep && sizeBytes <= MAX_TAG_BYTES) kept.push(Uint8Array.from(chunk));
    await hasher.update(chunk);
  }
  const checksums = await hasher.digest();
  const bytes = keep && sizeBytes <= MAX_TAG_BYTES ? Buffer.concat(kept) : undefined;
  return { digest: { checksums, sizeBytes }, bytes };
}

/** Text without its byte order mark, which UTF-8 may not have and so keeps; undefined for what is no such text. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const isUtf8 = /^utf-8$/i.test(encoding);
    // Without a mark that says otherwise UTF-16 begins with the high byte (RFC 2781).
    const isHighFirst = /^utf-16$/i.test(encoding) && !(bytes[0] === 0xff && bytes[1] === 0xfe);
    const label = isHighFirst ? 'utf-16be' : encoding;
    return new TextDecoder(label, { fatal: true, ignoreBOM: isUtf8 }).decode(bytes);
  } catch {
    return undefined;
  }
}
