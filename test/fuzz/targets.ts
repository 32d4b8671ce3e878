import type { Target } from './target.ts';
import { bundle } from './targets/bundle.ts';
import { csv } from './targets/csv.ts';
import { database } from './targets/database.ts';
import { imported } from './targets/import.ts';
import { json } from './targets/json.ts';
import { misbehaving } from './targets/misbehaving.ts';
import { packed } from './targets/packed.ts';
import { parquet } from './targets/parquet.ts';
import { plainCase } from './targets/plain-case.ts';
import { presets } from './targets/presets.ts';
import { recompute } from './targets/recompute.ts';
import { sealedCase } from './targets/sealed-case.ts';
import { signatures } from './targets/signatures.ts';
import { smallFiles } from './targets/small-files.ts';
import { sql } from './targets/sql.ts';
import { typed } from './targets/typed.ts';
import { values } from './targets/values.ts';

/** What is given hostile inputs, cheap ones first. */
export const TARGETS: readonly Target[] = [
  values,
  typed,
  smallFiles,
  signatures,
  json,
  presets,
  csv,
  parquet,
  packed,
  database,
  sql,
  bundle,
  plainCase,
  sealedCase,
  imported,
  recompute,
];

/** With the one that does what must be found. */
export const KNOWN: readonly Target[] = [...TARGETS, misbehaving];
