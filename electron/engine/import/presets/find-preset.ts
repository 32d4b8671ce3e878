import type { Records } from '../containers/container.ts';
import type { JsonObject } from './json-value.ts';
import type { Preset } from './preset.ts';
import { recordReader } from './records.ts';
import { PRESETS } from './registry.ts';
import { unwrap } from './unwrap.ts';

const RECORDS_LOOKED_AT = 50;

/**
 * The preset whose format the first records are in: the one that recognises most of them, and at least half.
 * A table with canonical column names is in none, for it needs no reshaping. Reads from the records.
 */
export async function findPreset(records: Records): Promise<Preset | undefined> {
  if (isCanonical(records.columns)) return undefined;
  const read = recordReader(records);
  const recognised = new Map<Preset, number>();
  let looked = 0;
  for await (const batch of records.batches()) {
    for (let row = 0; row < batch.rows && looked < RECORDS_LOOKED_AT; row++) {
      const record = batch.problems.has(row) ? undefined : read(batch, row);
      if (!record) continue;
      looked++;
      for (const preset of presetsOf(record)) recognised.set(preset, (recognised.get(preset) ?? 0) + 1);
    }
    if (looked >= RECORDS_LOOKED_AT) break;
  }
  let best: Preset | undefined;
  for (const preset of PRESETS) {
    const count = recognised.get(preset) ?? 0;
    if (count * 2 >= looked && count > (best ? (recognised.get(best) as number) : 0)) best = preset;
  }
  return best;
}

/** Presets that recognise the record itself, or, where none does, what it wraps. */
function presetsOf(record: JsonObject): readonly Preset[] {
  const found: Preset[] = [];
  unwrap(record, (inner) => {
    found.push(...PRESETS.filter((preset) => preset.recognises(inner)));
    return found.length > 0;
  });
  return [...new Set(found)];
}

const isCanonical = (columns: readonly string[]) =>
  columns.includes('timestamp') && columns.includes('account_id');
