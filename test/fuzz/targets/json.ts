import { openCsv } from '../../../electron/engine/import/containers/csv.ts';
import { openJson } from '../../../electron/engine/import/containers/json.ts';
import { openText } from '../../../electron/engine/import/containers/text.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { contentOf, readRecords, words } from '../memory.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateJson } from '../mutate/json.ts';
import { mutateText } from '../mutate/words.ts';
import type { Target } from '../target.ts';

const RECORD = {
  timestamp: '2026-05-04T10:00:00Z',
  account_id: 'ac_1',
  model: 'm',
  usage: { input_tokens: 17, output_tokens: 3, details: { cached: 0, cost: 1.5e-3 } },
  messages: [{ role: 'user', content: 'Grüße, "you" \u{1F600}' }],
  ok: true,
  error: null,
};

/** Records as JSON: lines, lists, lists in objects, one after the other; nested without end, keys twice, half characters. */
export const json: Target = {
  name: 'json',
  about: 'NDJSON and JSON lists, into cells',
  share: 4000,
  async start() {
    return {
      make: (rng) => {
        const text = document(rng);
        if (rng.chance(0.6)) return Buffer.from(text);
        return rng.chance(0.5)
          ? Buffer.from(mutateText(rng, text, ['{', '}', '[', ']', ',', ':']))
          : mutateBytes(rng, Buffer.from(text));
      },
      run: async (input) => {
        const text = await openText(contentOf(input, 16_384 + (input.length % 7) * 611));
        try {
          const records = (await openJson(text)) ?? openCsv(text);
          const read = await readRecords(records);
          records.warnings?.();
          return words(read);
        } finally {
          await text.close();
        }
      },
    };
  },
};

function document(rng: Rng): string {
  const records = Array.from({ length: rng.chance(0.98) ? rng.int(0, 8) : rng.int(50, 2100) }, (_, i) =>
    mutateJson(rng, { ...RECORD, row: i }, i > 30 ? 0.002 : 0.04),
  );
  const end = rng.pick(['\n', '\r\n', '\n\n', ' ']);
  switch (rng.int(0, 5)) {
    case 0:
    case 1:
      return records.join(end);
    case 2:
      return `[${records.join(',')}${rng.pick([']', ']\n', '', ',]', ']]', '] x'])}`;
    case 3:
      return `{"${rng.pick(['data', 'records', 'value', 'resourceSpans', '__proto__'])}":[${records.join(',\n')}],"has_more":true}`;
    case 4:
      return records.join('');
    default:
      return `${'\ufeff'.repeat(rng.int(0, 2))}${JSON.stringify({ meta: 1 })}${end}${records.join(end)}`;
  }
}
