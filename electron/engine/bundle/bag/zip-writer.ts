import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import {
  CENTRAL_BYTES,
  centralRecord,
  END_BYTES,
  endRecord,
  LOCAL_BYTES,
  localHeader,
  MAX_ENTRIES,
  MAX_ZIP_BYTES,
  type ZipEntry,
} from './zip-form.ts';

/**
 * Writes a zip of the form in zip-form.ts into an open, empty file: `add` for each file, then `finish`.
 * Bytes are passed on as they come; memory holds one chunk and the directory. Throws FILE_UNWRITABLE when the
 * bundle would outgrow what a zip without extensions can hold.
 */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #entries: ZipEntry[] = [];
  #position = 0;
  #directoryBytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Adds one file; paths must be distinct. Returns its size in bytes. */
  async add(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const name = Buffer.from(path, 'utf8');
    const offset = this.#position;
    this.#directoryBytes += CENTRAL_BYTES + name.length;
    if (this.#entries.length + 1 > MAX_ENTRIES) throw tooLarge(`more than ${MAX_ENTRIES} files`);
    // Size and CRC come before the data but are known after it: leave room, then go back.
    this.#position += LOCAL_BYTES + name.length;
    let checksum = 0;
    let sizeBytes = 0;
    for await (const chunk of content) {
      sizeBytes += chunk.length;
      if (this.#position + chunk.length + this.#directoryBytes + END_BYTES > MAX_ZIP_BYTES) {
        throw tooLarge('more than 4 GiB');
      }
      checksum = crc32(chunk, checksum);
      await this.#write(chunk, this.#position);
      this.#position += chunk.length;
    }
    const entry = { name, crc32: checksum, sizeBytes, offset };
    await this.#write(localHeader(entry), offset);
    this.#entries.push(entry);
    return sizeBytes;
  }

  /** Writes the directory and the end. Returns the size of the zip in bytes. */
  async finish(): Promise<number> {
    this.#entries.sort((a, b) => Buffer.compare(a.name, b.name));
    const directory = Buffer.concat(this.#entries.map(centralRecord));
    const end = endRecord(this.#entries.length, directory.length, this.#position);
    await this.#write(Buffer.concat([directory, end]), this.#position);
    return this.#position + directory.length + end.length;
  }

  async #write(bytes: Uint8Array, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}

function tooLarge(what: string): StillwatchError {
  return new StillwatchError(
    'FILE_UNWRITABLE',
    `The bundle would hold ${what}, more than a plain zip can. Nothing was written; annotate fewer requests or accounts and export again.`,
  );
}
