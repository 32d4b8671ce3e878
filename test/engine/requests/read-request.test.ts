import { expect, test } from 'vitest';
import { findRequest } from '../../../electron/engine/requests/find-request.ts';
import { readRequests, sourceReading } from '../../../electron/engine/requests/read-request.ts';
import { importCsv, newCase } from '../support.ts';

test('a request keeps every extra field, whatever its column is called', async () => {
  const open = await newCase();
  const { sha256 } = await importCsv(
    open,
    'timestamp,account_id,__proto__,constructor\n2026-05-04T00:00:00Z,ac_1,mine,theirs\n',
    {
      columns: { timestamp: 'timestamp', account_id: 'account_id' },
      timeFormat: 'iso',
      timeZone: null,
      delimiter: ',',
    },
  );
  const found = findRequest(open.db, sha256, 1);
  if (!found) throw new Error('The request is not there.');
  const { chunk, rows, index, sourceId } = found;
  const [{ extra }] = readRequests(open.db, chunk, rows, [index], sourceReading(open.db, sourceId));
  expect(Object.entries(extra)).toEqual([
    ['__proto__', 'mine'],
    ['constructor', 'theirs'],
  ]);
  expect(structuredClone(extra)).toHaveProperty('constructor', 'theirs');
});
