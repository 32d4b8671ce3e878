import type { BagFiles } from '../bag/bag-check.ts';
import { textLines } from './text-lines.ts';

/** A JSON file that is larger is no longer read as one value. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;

/** What a file holds where it is not what its name says; a sentence's end. */
export class NoJson extends Error {}

/** The values of an NDJSON file with the number of their line, or the one value of a JSON file under 0. Throws NoJson. */
export async function* jsonValues(files: BagFiles, path: string): AsyncGenerator<readonly [number, unknown]> {
  if (!path.endsWith('.ndjson')) {
    yield [0, parsed(await whole(files.read(path)), 'is no JSON')];
    return;
  }
  let number = 0;
  try {
    for await (const line of textLines(files.read(path))) {
      number += 1;
      yield [number, parsed(line, `has no JSON in line ${number}`)];
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw new NoJson(`is no text of lines after line ${number}`);
    throw error;
  }
}

function parsed(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoJson(otherwise);
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_JSON_BYTES) throw new NoJson('is larger than any such file is');
    // The reader may use its buffer again.
    kept.push(Uint8Array.from(chunk));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(kept));
  } catch {
    throw new NoJson('is no UTF-8 text');
  }
}
