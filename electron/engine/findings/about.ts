import { createHash } from 'node:crypto';
import type { RecordBody } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import { listRecords } from '../records/read.ts';

/** What verdicts are about, read once for many findings. */
export interface Subjects {
  /** SHA-256, hex, of what a finding says and stands on. */
  of(id: string, finding: RecordBody<'finding'>): string;
}

/**
 * The hash is over the canonical JSON of the finding, its exhibits and ratings, by id. Status, speaker notes, who
 * changed it when, and the order of exhibits are left out: none of them is what a reviewer agrees with, and marking a
 * finding as agreed must not make its verdicts outdated.
 */
export function subjects(db: Database): Subjects {
  const exhibits = listRecords(db, 'exhibit');
  const ratings = listRecords(db, 'rating');
  return {
    of(id, { status: _s, speakerNotes: _n, changedBy: _b, changedUs: _u, ...finding }) {
      const said = {
        finding,
        exhibits: exhibits
          .filter(([, exhibit]) => exhibit.finding === id)
          .map(([exhibitId, { order: _, ...exhibit }]) => ({ id: exhibitId, ...exhibit })),
        ratings: ratings
          .filter(([, rating]) => rating.finding === id)
          .map(([ratingId, { consistency }]) => ({ id: ratingId, consistency })),
      };
      return createHash('sha256').update(canonicalJson(said)).digest('hex');
    },
  };
}
