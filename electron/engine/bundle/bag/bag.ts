import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BundleResult } from '../../../../shared/contract/bundles.ts';
import type { Progress } from '../../../../shared/contract/protocol.ts';
import { allEnded } from '../../jobs/all-ended.ts';
import { replaceFile, throwIfCancelled } from '../replace-file.ts';
import { BagWriter } from './bag-writer.ts';
import { Hasher } from './hasher.ts';

/** Text is written as UTF-8. Pieces are joined; iterables are walked once, as the file is written. */
export type BagContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

export interface BagFile {
  /** Path in the bag: of payload below `data/`. */
  readonly path: string;
  readonly content: BagContent;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface BagOptions extends JobOptions {
  /** Further tag files, whose checksums stand in the tag manifests. */
  readonly tagFiles?: readonly BagFile[];
  /** Makes files from the bytes of tagmanifest-sha512.txt, which are in no manifest: its signature. */
  readonly sign?: (tagManifest: Uint8Array) => Promise<readonly BagFile[]>;
  /** Looks at the finished zip before it takes its name, while it is flushed to disk; where it throws, it never does. */
  readonly check?: (path: string) => Promise<void>;
}

/** Read back at a time. */
const READ_BYTES = 1024 * 1024;

/**
 * Writes a BagIt 1.0 bag as a zip to `target`, whole or not at all (see replaceFile). `payload` must come in
 * ascending order of path. `bagInfo` is asked once the payload is written, for the labels of bag-info.txt in
 * order; Payload-Oxum is added. A request for a time stamp over the tag manifest lies beside it. The same payload,
 * labels and options give the same bytes. In the zip the payload comes
 * first and the tag files last, because they hold its checksums; the directory lists all by name. Progress
 * counts bytes; how many there will be is not known before.
 */
export async function writeBag(
  target: string,
  payload: Iterable<BagFile>,
  bagInfo: () => readonly (readonly [label: string, value: string])[],
  options: BagOptions = {},
): Promise<BundleResult> {
  const { signal, check = async () => undefined } = options;
  return replaceFile(target, signal, async (file, path) => {
    const bag = new BagWriter(file, options);
    try {
      for (const { path, content } of payload) await bag.addPayload(path, content);
      const written = await bag.finish(bagInfo());
      const [sha256] = await allEnded([sha256Of(file, signal), file.sync(), check(path)]);
      return { file: basename(target), sha256, ...written };
    } finally {
      await bag.close();
    }
  });
}

/** Read back rather than hashed on the way: sizes and checksums are filled in behind the write position. */
async function sha256Of(file: FileHandle, signal: AbortSignal | undefined): Promise<string> {
  const hasher = new Hasher(['sha256']);
  try {
    const bytes = file.createReadStream({ start: 0, autoClose: false, highWaterMark: READ_BYTES });
    for await (const chunk of bytes) {
      throwIfCancelled(signal);
      await hasher.update(chunk);
    }
    return (await hasher.digest()).get('sha256') as string;
  } finally {
    await hasher.close();
  }
}
