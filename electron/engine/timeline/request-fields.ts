import { StillwatchError } from '../../../shared/contract/errors.ts';
import { parseReference } from '../../../shared/reference.ts';
import { formatUtc } from '../../../shared/time/zone.ts';
import type { Database } from '../case/database.ts';
import { findRequest } from '../requests/find-request.ts';
import { readRequests, sourceReading } from '../requests/read-request.ts';

/** Every field of one request in words, but the prompt text: it is shown only where revealing is logged. */
export function requestFields(
  db: Database,
  reference: string,
): { account: string; fields: { name: string; value: string }[] } {
  const parsed = parseReference(reference);
  const found = parsed?.kind === 'request' ? findRequest(db, parsed.source, parsed.row) : undefined;
  if (!found) throw new StillwatchError('NOT_FOUND', 'The case holds no such request.');
  const [request] = readRequests(
    db,
    found.chunk,
    found.rows,
    [found.index],
    sourceReading(db, found.sourceId),
  );
  const fields = [
    { name: 'time', value: request.timeUs === null ? 'no valid time' : formatUtc(request.timeUs) },
    ...Object.entries(request.raw).map(([name, value]) => ({ name: `${name} as in the file`, value })),
    ...Object.entries(request.fields).map(([name, value]) => ({ name, value: String(value) })),
    ...Object.entries(request.extra).map(([name, value]) => ({ name, value })),
    { name: 'row in the file', value: String(request.row) },
  ];
  return { account: found.account, fields };
}
