import type { StoredEntry } from '../custody/chain.ts';

/** One line of custody.ndjson, with its line end: the entry's text as a JSON string beside its hash. */
export function formatCustodyLine({ seq, entry, hash }: StoredEntry): string {
  return `{"seq":${seq},"hash":${JSON.stringify(hash)},"entry":${JSON.stringify(entry)}}\n`;
}

/** The record a line of custody.ndjson (without its line end) holds, or undefined when it is not exactly one. */
export function parseCustodyLine(line: string): StoredEntry | undefined {
  try {
    const value = JSON.parse(line) as Partial<StoredEntry> | null;
    if (typeof value?.seq !== 'number' || typeof value.entry !== 'string' || typeof value.hash !== 'string') {
      return undefined;
    }
    const record = { seq: value.seq, entry: value.entry, hash: value.hash };
    return formatCustodyLine(record) === `${line}\n` ? record : undefined;
  } catch {
    return undefined;
  }
}
