import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import type { Case } from '../../case/case.ts';
import type { Selection } from '../select/selection.ts';

/** All that a published case holds, which is all that was chosen. */
export function everythingOf({ db }: Case, choice: BundleChoice): Selection {
  const named = (sql: string) => new Set(db.prepare(sql).pluck().all() as string[]);
  const chunks = db.prepare('SELECT id AS chunk, rows FROM request_chunk ORDER BY id');
  return {
    choice: { ...choice, whole: true },
    accounts: named('SELECT external_id FROM account'),
    operators: named('SELECT id FROM analysis_operator'),
    hasRecord: () => true,
    *requests() {
      for (const { chunk, rows } of chunks.all() as { chunk: number; rows: number }[])
        yield { chunk, indexes: Array.from({ length: rows }, (_, i) => i) };
    },
    counts: {
      requests: db.prepare('SELECT total(rows) FROM request_chunk').pluck().get() as number,
      beyondLimit: 0,
    },
    omitted: [],
  };
}
