import { expect, test } from 'vitest';
import { noteStatements, readersOfRequests } from '../../../../../electron/dev/bench/views/statements.ts';
import { newCase } from '../../../../engine/support.ts';

test('statements that read the request store are found, by whatever name and through an index too', async () => {
  const { db } = await newCase();
  const reading = [
    'SELECT count(*) FROM request_chunk',
    'SELECT k.rows FROM request_chunk k JOIN source s ON s.id = k.source_id WHERE s.published = 1',
    'SELECT source_id FROM request_chunk WHERE source_id = ?',
    'SELECT c.data FROM request_column c WHERE c.key = @key',
  ];
  const others = ['SELECT count(*) FROM source', 'SELECT requests FROM account_total WHERE account_id = ?'];
  expect(readersOfRequests(db, [...reading, ...others, 'BEGIN'])).toEqual(reading);
});

test('statements are noted as they are prepared', async () => {
  const { db } = await newCase();
  const seen = noteStatements(db);
  expect(db.prepare('SELECT 1').pluck().get()).toBe(1);
  expect([...seen]).toEqual(['SELECT 1']);
});
