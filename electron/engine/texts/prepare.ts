import type { TextsState } from '../../../shared/contract/texts.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { normaliseText } from '../text/normalise.ts';
import { textAt, unpackTexts } from './block.ts';
import { textsState } from './state.ts';

/** How long one transaction may keep other calls waiting. */
const SLICE_MS = 60;
/** Characters of one text that are searched: an endless one would keep everything waiting. */
export const SEARCHED_CHARACTERS = 1_000_000;
/** Memory in which words are gathered before they go to the file; the more, the less is merged later. */
const GATHER_BYTES = 32 * 1024 * 1024;

/**
 * Puts the texts of published sources into the search index, some blocks per transaction. What was done stays
 * when it is cancelled or the power fails, and the next call goes on from there. It waits for nothing, and an
 * import need not wait for it: every transaction leaves the index right.
 * @throws StillwatchError CANCELLED, DISK_FULL
 */
export function prepareTexts(open: Case, job: Job): Promise<TextsState> {
  return open.during(job, async (running) => {
    const { db } = open;
    if (open.readOnly) return textsState(db);
    const { texts: total, searchable } = textsState(db);
    if (searchable === total) return textsState(db);
    const pause = pacer(running);
    let done = searchable;
    try {
      db.exec(`INSERT INTO prompt_search (prompt_search, rank) VALUES ('hashsize', ${GATHER_BYTES})`);
      for (let from = 0; ; ) {
        const slice = indexSlice(db, from);
        if (!slice) return textsState(db);
        from = slice.next;
        done += slice.texts;
        await pause({ stage: 'making texts searchable', done: Math.min(done, total), total, unit: 'texts' });
      }
    } catch (error) {
      throw cannotWrite(error, 'The texts that were made searchable stay so.');
    }
  });
}

/** Indexes blocks from number `from` on for a moment; undefined when none was left. */
function indexSlice(db: Database, from: number): { next: number; texts: number } | undefined {
  const find = db
    .prepare(
      `SELECT b.id, b.texts, b.ends, b.data FROM prompt_block b
       WHERE b.id >= ? AND b.searchable = 0
         AND EXISTS (SELECT 1 FROM prompt_use u JOIN source s ON s.id = u.source_id
                     WHERE u.block_id = b.id AND s.published = 1)
       ORDER BY b.id LIMIT 1`,
    )
    .raw();
  const insert = db.prepare('INSERT INTO prompt_search (rowid, text) VALUES (?, ?)');
  const mark = db.prepare('UPDATE prompt_block SET searchable = 1 WHERE id = ?');
  return db
    .transaction(() => {
      const startMs = performance.now();
      let next = from;
      let texts = 0;
      // One block at least: a process that was held up meanwhile would take itself to be done.
      do {
        const row = find.get(next) as [number, number, Uint8Array, Uint8Array] | undefined;
        if (!row) break;
        const [id, count, ends, data] = row;
        const block = unpackTexts(data, ends);
        for (let k = 0; k < count; k++) {
          const text = textAt(block, k);
          if (text === '') continue;
          insert.run(id + k, normaliseText(text.slice(0, SEARCHED_CHARACTERS)));
          texts++;
        }
        mark.run(id);
        next = id + count;
      } while (performance.now() - startMs < SLICE_MS);
      return next === from ? undefined : { next, texts };
    })
    .immediate();
}
