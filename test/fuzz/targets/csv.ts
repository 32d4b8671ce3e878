import { newBatch } from '../../../electron/engine/import/cells.ts';
import { openCsv } from '../../../electron/engine/import/containers/csv.ts';
import { findTable } from '../../../electron/engine/import/containers/csv-dialect.ts';
import { CsvParser } from '../../../electron/engine/import/containers/csv-parser.ts';
import { openJson } from '../../../electron/engine/import/containers/json.ts';
import { openText } from '../../../electron/engine/import/containers/text.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { contentOf, readRecords, words } from '../memory.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { hostileWord, looping, mutateText } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const HEADER = ['timestamp', 'account_id', 'model', 'input_tokens', 'prompt_text', 'ip'];
const CELLS = [
  '2026-05-04T10:00:00Z',
  'ac_1',
  'm-1',
  '17',
  'Say hello, "world"',
  '10.1.2.3',
  '',
  '  x  ',
  'a;b|c\td',
];
const ENDS = ['\n', '\r\n', '\r', '\n\n', '\n\r', '\0\n', ''];
const BEFORE = [
  '',
  '',
  '',
  '\ufeff',
  '\ufeff\ufeff',
  'sep=;\n',
  '"sep=,"\r\n',
  'Report, time zone PST\n\n',
  '#\n',
];

/** Separated values as they are found and as nobody would write them: quotes, delimiters, line ends, marks, encodings. */
export const csv: Target = {
  name: 'csv',
  about: 'separated values in any encoding, into cells',
  share: 300,
  async start() {
    return {
      make: (rng) => encoded(rng, rng.chance(0.85) ? table(rng) : mutateText(rng, table(rng), CELLS)),
      run: async (input) => {
        const text = await openText(contentOf(input, 16_384 + (input.length % 5) * 977));
        try {
          const records = (await openJson(text)) ?? openCsv(text);
          records.warnings?.();
          const read = await readRecords(records);
          if (input.length % 3 === 0) cutOtherwise(input);
          return words(read);
        } finally {
          await text.close();
        }
      },
    };
  },
};

function table(rng: Rng): string {
  const delimiter = rng.pick([',', ',', ';', '\t', '|', ' ']);
  const end = rng.pick(ENDS);
  const cell = (text: string) => {
    const kind = rng.float();
    if (kind < 0.6) return text;
    if (kind < 0.85) return `"${text.replaceAll('"', '""')}"`;
    if (kind < 0.93) return `"${text.replaceAll('"', '\\"')}"`;
    return rng.pick([`"${text}`, `${text}"`, `"${text}"x`, `'${text}'`, `"${text}""`]);
  };
  const columns = rng.chance(0.98) ? rng.sample(HEADER, rng.int(1, HEADER.length)) : wide(rng);
  const line = () => {
    const count = columns.length + (rng.chance(0.9) ? 0 : rng.int(-2, 3));
    return Array.from({ length: Math.max(0, count) }, () => cell(hostileWord(rng, CELLS))).join(delimiter);
  };
  const rows = Array.from(
    { length: columns.length > 100 ? rng.int(0, 3) : rng.chance(0.98) ? rng.int(0, 12) : rng.int(100, 600) },
    line,
  );
  if (rng.chance(0.004)) rows.push(cell('x'.repeat(1_100_000)));
  if (rng.chance(0.02)) rows.push(looping(rng));
  const names = columns.map((name) => (rng.chance(0.95) ? name : hostileWord(rng, HEADER)));
  return `${rng.pick(BEFORE)}${names.map(cell).join(delimiter)}${end}${rows.join(rng.chance(0.95) ? end : rng.pick(ENDS))}`;
}

const wide = (rng: Rng) => Array.from({ length: rng.pick([50, 999, 10_001]) }, (_, i) => `c${i}`);

function encoded(rng: Rng, text: string): Buffer {
  const kind = rng.float();
  const bytes =
    kind < 0.7
      ? Buffer.from(text)
      : kind < 0.8
        ? Buffer.from(text, 'utf16le')
        : kind < 0.85
          ? Buffer.from(text, 'utf16le')
              .subarray(0, Buffer.byteLength(text, 'utf16le') & ~1)
              .swap16()
          : Buffer.from(text, 'latin1');
  return rng.chance(0.4) ? mutateBytes(rng, bytes) : bytes;
}

/** The same records come of it however it is cut into blocks. */
function cutOtherwise(input: Uint8Array): void {
  const found = findTable(input, true);
  if (!found) return;
  const whole = cellsOf(found, input, input.length);
  demand(
    whole === cellsOf(found, input, 1 + (input.length % 61)),
    'is read otherwise when it comes in other blocks',
  );
}

function cellsOf(found: NonNullable<ReturnType<typeof findTable>>, input: Uint8Array, step: number): string {
  const parser = new CsvParser(found, found.columns.length, found.line);
  const batch = newBatch(found.columns.length, 64);
  const bytes = input.subarray(found.at);
  let text = '';
  const drain = (last: boolean) => {
    for (let more = true; more; ) {
      more = parser.fill(batch, last);
      for (let row = 0; row < batch.rows; row++)
        text += `${batch.line[row]} ${batch.problems.get(row) ?? ''} ${Buffer.from(batch.bytes.subarray(batch.recordStart[row], batch.recordEnd[row])).toString('latin1')}\u0001`;
    }
  };
  // Many blocks of a long record would be looked through again and again.
  const size = Math.max(step, Math.ceil(bytes.length / 200));
  for (let at = 0; at < bytes.length; at += size) {
    parser.push(bytes.subarray(at, at + size));
    drain(false);
  }
  drain(true);
  return text;
}
