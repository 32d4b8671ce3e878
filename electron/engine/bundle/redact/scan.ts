import { inflateSync } from 'node:zlib';
import type { Problem } from '../../../../shared/contract/bundles.ts';
import { SecretSearch } from './secret-search.ts';

/** Files of a finished bundle, unpacked. */
export interface ScannedFiles {
  readonly paths: readonly string[];
  read(path: string): AsyncIterable<Uint8Array>;
}

/**
 * Looks for values that may not leave in every file and name of a bundle: as they are, escaped for JSON, markup and
 * URLs, in UTF-16, hexadecimal and base64, and in the deflated streams of a PDF. Text that a PDF draws is no text there:
 * its report.html holds the same. Each problem names the file, and never the value.
 */
export async function scanBundle(
  files: ScannedFiles,
  secrets: Iterable<string>,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const search = new SecretSearch(secrets);
  const problems: Problem[] = [];
  for (const path of files.paths) {
    signal?.throwIfAborted();
    if ((await search.firstIn([Buffer.from(path)])) >= 0)
      problems.push({ file: path, problem: 'has a value in its name that was to be redacted' });
    const at = await search.firstIn(files.read(path));
    if (at >= 0)
      problems.push({ file: path, problem: `holds a value that was to be redacted, at byte ${at}` });
    if (!path.endsWith('.pdf')) continue;
    const parts = inflated(Buffer.concat(await listed(files.read(path))));
    for (const part of parts)
      if ((await search.firstIn([part])) >= 0)
        problems.push({ file: path, problem: 'holds a value that was to be redacted, in a packed part' });
  }
  return problems;
}

async function listed(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

/** The deflated streams of a PDF (ISO 32000-1, 7.3.8), each unpacked; others are searched as they stand. */
function* inflated(pdf: Buffer): Iterable<Uint8Array> {
  const begin = /stream\r?\n/g;
  const text = pdf.toString('latin1');
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0) return;
    try {
      yield inflateSync(pdf.subarray(from, to));
    } catch {
      // Not deflated.
    }
    begin.lastIndex = to + 'endstream'.length;
  }
}
