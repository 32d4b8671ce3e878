import type { Database } from '../case/database.ts';
import { sourcesVersion } from '../case/versions.ts';
import { Recent } from '../recent.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf } from '../requests/columns.ts';
import { readText } from '../requests/read-chunk.ts';

/** The sessions of an account from first to last request, ascending by first, then by last; columns of one length. */
export interface SessionSpans {
  readonly firstUs: Float64Array;
  readonly lastUs: Float64Array;
  readonly requests: Float64Array;
  /** Single requests with a valid time, with or without a session. */
  readonly ofRequests: number;
}

/** A view asks for one account again and again while it is moved. */
const KEPT = 2;
const kept = new WeakMap<Database, Recent<SessionSpans>>();

/** Reads the account's own single requests; the last accounts asked for are kept until sources change. */
export function sessionSpans(db: Database, accountId: number): SessionSpans {
  let recent = kept.get(db);
  if (!recent) {
    recent = new Recent(KEPT);
    kept.set(db, recent);
  }
  return recent.obtain(`${sourcesVersion(db)} ${accountId}`, () => readSpans(db, accountId));
}

interface Span {
  firstUs: number;
  lastUs: number;
  requests: number;
}

const SESSION = columnOf('session_id').number;

function readSpans(db: Database, accountId: number): SessionSpans {
  const spans = new Map<string, Span>();
  let ofRequests = 0;
  for (const { chunk, rows, from, to, timeUs } of accountStretches(db, accountId, true)) {
    const column = readText(db, chunk, SESSION, rows);
    const names = column && textValues(column);
    for (let i = from; i < to; i++) {
      const us = timeUs[i];
      if (Number.isNaN(us)) continue;
      ofRequests++;
      const name = column && names?.[column.codes[i]];
      if (typeof name !== 'string') continue;
      const span = spans.get(name);
      if (!span) spans.set(name, { firstUs: us, lastUs: us, requests: 1 });
      else {
        span.firstUs = Math.min(span.firstUs, us);
        span.lastUs = Math.max(span.lastUs, us);
        span.requests++;
      }
    }
  }
  const sorted = [...spans.values()].sort((a, b) => a.firstUs - b.firstUs || a.lastUs - b.lastUs);
  return {
    firstUs: Float64Array.from(sorted, ({ firstUs }) => firstUs),
    lastUs: Float64Array.from(sorted, ({ lastUs }) => lastUs),
    requests: Float64Array.from(sorted, ({ requests }) => requests),
    ofRequests,
  };
}
