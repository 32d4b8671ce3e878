import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '../canonical-json.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import type { KeptChange, RecordChange } from '../records/change.ts';
import { effectiveChanges, writeChanges } from '../records/write.ts';

/** Something a person does: what records it leaves behind. */
export interface Act {
  /** What the custody log calls it, as `annotation.add`. */
  readonly action: string;
  /** What the history and the undo button call it, after "Undo: ". */
  readonly title: string;
  readonly changes: readonly RecordChange[];
  /** It cannot be taken back, as the making of a case. */
  readonly final?: boolean;
}

/** Bodies longer than this stand in the custody log by their hash. */
const LONGEST_LOGGED = 20_000;

/**
 * Does one human act: writes its records, keeps it with what was there before, and appends it to the custody log, in
 * one transaction. There is no other way to write what people say. An act that changes nothing writes nothing.
 * @returns whether anything changed
 * @throws StillwatchError CASE_LOCKED, DISK_FULL
 */
export function act(open: Case, { action, title, changes, final = false }: Act): boolean {
  return write(open, { action, title, undoes: null, final }, () => effectiveChanges(open.db, changes));
}

/** A command that takes another back: the other's changes the other way round. */
export interface Turn extends Pick<Act, 'title'> {
  readonly action: 'undo' | 'redo';
  readonly undoes: string;
  readonly changes: KeptChange[];
}

export function takeBack(open: Case, { changes, ...turn }: Turn): void {
  write(open, { ...turn, final: false }, () => changes);
}

interface Written extends Pick<Act, 'action' | 'title'> {
  readonly undoes: string | null;
  readonly final: boolean;
}

function write(open: Case, { action, title, undoes, final }: Written, find: () => KeptChange[]): boolean {
  open.refuseIfReadOnly();
  const { db, author } = open;
  const id = uuidv7();
  const atUs = nowUs();
  try {
    return db
      .transaction(() => {
        const changes = find();
        if (changes.length === 0) return false;
        writeChanges(db, changes);
        db.prepare(
          `INSERT INTO command (id, at_us, author, action, title, changes, final, undoes)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(id, atUs, author, action, title, canonicalJson(changes), final ? 1 : 0, undoes);
        const detail = { command: id, title, changes: changes.map(logged), ...(undoes ? { undoes } : {}) };
        appendCustody(db, { action, author, detail }, atUs);
        return true;
      })
      .immediate();
  } catch (error) {
    throw cannotWrite(error, 'Nothing was written.');
  }
}

/** A change as the custody log tells it; what was there before stands in an entry before. */
function logged({ kind, id, after }: KeptChange): Record<string, unknown> {
  const text = canonicalJson(after);
  if (text.length <= LONGEST_LOGGED) return { kind, id, after };
  return { kind, id, afterSha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}
