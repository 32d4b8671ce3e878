import { describe, expect, it } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { readContent } from '../../../electron/engine/coverage/account-content.ts';
import { cellRequests } from '../../../electron/engine/coverage/cell-requests.ts';
import { readGrowth } from '../../../electron/engine/coverage/growth.ts';
import { readMatrix } from '../../../electron/engine/coverage/matrix.ts';
import { readPartition } from '../../../electron/engine/coverage/partition.ts';
import { readRarefaction } from '../../../electron/engine/coverage/rarefaction.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { parseReference } from '../../../shared/reference.ts';
import { canonical, importCsv, newCase, pauseAlways } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id', 'topic', 'prompt_text', 'status', 'model');
const HEADER = 'timestamp,account_id,topic,prompt_text,status,model';

const line = (minute: number, account: string, topic: string, prompt = `prompt ${minute}`) =>
  `2026-05-04T10:${String(minute % 60).padStart(2, '0')}:00Z,${account},${topic},${prompt},200,m-9`;
const log = (lines: readonly string[]) => `${HEADER}\n${lines.join('\n')}\n`;

/** Two that part four topics, and a crowd that asks all of them. */
async function partedCase(): Promise<Case> {
  const open = await newCase();
  const lines: string[] = [];
  for (let k = 0; k < 40; k++) {
    lines.push(line(k, 'left', k % 2 ? 'law' : 'code'), line(k, 'right', k % 2 ? 'art' : 'data'));
  }
  for (let account = 0; account < 12; account++) {
    for (let k = 0; k < 20; k++)
      lines.push(line(k, `crowd ${account}`, ['law', 'code', 'art', 'data'][k % 4], `p ${account} ${k}`));
  }
  lines.push(line(1, 'left', ''), line(2, 'silent', ''));
  await importCsv(open, log(lines), MAPPING);
  return open;
}

const PAIR = { of: { accounts: ['left', 'right'] } };

describe('the matrix', () => {
  it('counts requests by account and topic beside the others of the case, alike ones together', async () => {
    const open = await partedCase();
    const matrix = await readMatrix(
      open.db,
      { of: { accounts: ['left', 'right', 'silent', 'nobody'] } },
      unwatched,
    );
    expect(matrix).toMatchObject({
      accounts: 3,
      ofAccounts: 3,
      unknown: 1,
      requests: 82,
      withTopic: 80,
      ofTopics: 4,
    });
    expect(matrix.rows.map(({ account, requests }) => [account, requests])).toEqual([
      ['left', 40],
      ['right', 40],
    ]);
    const columns = matrix.topics.map(({ topic }) => topic);
    // What one account asks stands together.
    expect([new Set(columns.slice(0, 2)), new Set(columns.slice(2))]).toContainEqual(
      new Set(['law', 'code']),
    );
    const of = (row: number, topic: string) => matrix.counts[row * 4 + columns.indexOf(topic)];
    expect([of(0, 'law'), of(0, 'art'), of(1, 'art')]).toEqual([20, 0, 20]);
    // The accounts shown are not among those they are compared with.
    expect(matrix.cohorts).toEqual([
      { name: 'all accounts of the case', accounts: 12, requests: 240, withShown: false },
    ]);
    expect([...matrix.cohortCounts]).toEqual([60, 60, 60, 60]);
  });

  it('compares with everybody where fewer than ten others are left, and takes the foremost by requests', async () => {
    const open = await partedCase();
    const matrix = await readMatrix(open.db, { of: { top: 8 } }, unwatched);
    expect(matrix).toMatchObject({ accounts: 8, ofAccounts: 15, ranked: 'requests' });
    expect(matrix.cohorts[0]).toMatchObject({ accounts: 14, requests: 320, withShown: true });
  });

  it('is empty without topics, and refuses an unknown operator', async () => {
    const open = await partedCase();
    expect(await readMatrix(open.db, { of: { accounts: ['silent'] } }, unwatched)).toMatchObject({
      withTopic: 0,
      rows: [],
      topics: [],
    });
    await expect(readMatrix(open.db, { of: { operator: 'O-9' } }, unwatched)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('forgets topics of a source taken back', async () => {
    const open = await newCase();
    const first = await importCsv(open, log([line(1, 'left', 'law')]), MAPPING);
    await importCsv(open, log([line(2, 'left', 'art'), line(3, 'right', 'art')]), MAPPING);
    await removeSource(open, first.sha256, unwatched);
    const matrix = await readMatrix(open.db, PAIR, unwatched);
    expect(matrix.topics.map(({ topic }) => topic)).toEqual(['art']);
  });
});

describe('the partition', () => {
  it('says who covers what beside chance and beside ordinary groups', async () => {
    const open = await partedCase();
    const partition = await readPartition(open.db, PAIR, unwatched);
    expect(partition).toMatchObject({ ofTopics: 4, draws: 999, seed: 1 });
    expect(partition?.alone).toMatchObject({ observed: 4, high: 0, p: 1 / 1000 });
    expect(partition?.shared).toMatchObject({ observed: 0, low: 4, p: 1 / 1000 });
    expect(partition?.holders.observed).toBe(1);
    expect(partition?.holders.expected).toBeCloseTo(2, 4);
    // Of the crowd everybody asks everything.
    expect(partition?.groups).toMatchObject({ draws: 99, alone: { low: 0, high: 0, asSplit: 0 } });
    expect(partition?.groups?.holders.asSplit).toBe(0);
    expect(partition?.groups?.holders.low).toBeGreaterThan(0.99);
    expect(partition?.topics[0]).toMatchObject({ accounts: 1, requests: 20, parts: [{ requests: 20 }] });
    expect(partition?.topics[0].expected).toBeCloseTo(2, 4);
    expect(await readPartition(open.db, PAIR, unwatched)).toEqual(partition);
  });

  it('is none for one account, and has no groups where nobody else is left', async () => {
    const open = await newCase();
    await importCsv(open, log([line(1, 'left', 'law'), line(2, 'right', 'art')]), MAPPING);
    expect(await readPartition(open.db, { of: { accounts: ['left'] } }, unwatched)).toBeNull();
    expect((await readPartition(open.db, PAIR, unwatched))?.groups).toBeNull();
  });

  it('stops when it is no longer wanted', async () => {
    const open = await partedCase();
    const gone = { signal: AbortSignal.abort(), progress: () => {} };
    pauseAlways();
    await expect(readPartition(open.db, PAIR, gone)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('rarefaction', () => {
  it('gives curves of each and all, in front of the others of the case', async () => {
    const open = await partedCase();
    const found = await readRarefaction(open.db, PAIR, unwatched);
    expect(found.union).toMatchObject({ account: null, requests: 80, topics: 4 });
    expect(found.members.map(({ account, topics }) => [account, topics])).toEqual([
      ['left', 2],
      ['right', 2],
    ]);
    expect(found.cohortAccounts).toBe(13);
    expect(found.band?.m.at(-1)).toBeLessThanOrEqual(20);
    expect(found.band?.middle.at(-1)).toBeGreaterThan(3.9);
    expect(found.equalBand).toBeNull();
    expect((await readRarefaction(open.db, { of: { accounts: ['left'] } }, unwatched)).union).toBeNull();
  });
});

describe('growth', () => {
  it('counts different topics and prompts in order of time', async () => {
    const open = await newCase();
    const lines = ['law', 'law', 'art', 'law'].map((topic, k) => line(k, 'left', topic, 'same'));
    await importCsv(
      open,
      log([line(50, 'right', 'new'), line(9, 'right', 'law'), ...lines, line(8, 'left', '')]),
      MAPPING,
    );
    const topics = await readGrowth(open.db, PAIR, 'topic', unwatched);
    expect(topics).toMatchObject({ read: 2, ofAccounts: 2, counted: 6, left: 1 });
    expect([...(topics.union?.distinct ?? [])]).toEqual([1, 1, 2, 2, 2, 3]);
    expect([...topics.members[0].distinct]).toEqual([1, 1, 2, 2]);
    const prompts = await readGrowth(open.db, PAIR, 'prompt', unwatched);
    expect(prompts.union?.distinct.at(-1)).toBe(4);
    expect(prompts).toMatchObject({ counted: 7, left: 0 });
  });
});

describe('the requests of a cell', () => {
  it('are those of the account on the topic, earliest first, with how far they go', async () => {
    const open = await partedCase();
    const cell = cellRequests(open.db, 'left', 'law');
    expect(cell.total).toBe(20);
    expect(cell.requests).toHaveLength(20);
    expect(cell.requests[0]).toMatchObject({
      timeUs: Date.UTC(2026, 4, 4, 10, 1) * 1000,
      model: 'm-9',
      status: '200',
    });
    expect(parseReference(cell.requests[0].reference)).toMatchObject({ kind: 'request', row: 3 });
    expect(cell.range).toEqual({
      fromUs: Date.UTC(2026, 4, 4, 10, 1) * 1000,
      toUs: Date.UTC(2026, 4, 4, 10, 39) * 1000 + 1,
    });
    expect(cellRequests(open.db, 'left', 'art')).toEqual({ requests: [], total: 0, range: null });
    expect(() => cellRequests(open.db, 'nobody', 'art')).toThrow('no such account');
  });
});

describe('what an account draws on', () => {
  it('is told by the words of its prompts, topics within', async () => {
    const open = await newCase();
    const code = 'refactor this python function and fix the bug in the async test';
    const lines = [line(1, 'left', 'web', code), line(2, 'left', 'web', code), line(3, 'left', '', code)];
    await importCsv(
      open,
      log([...lines, line(4, 'left', 'chat', 'hello'), line(5, 'left', 'chat', '')]),
      MAPPING,
    );
    const content = await readContent(open.db, 'left', unwatched);
    expect(content).toEqual({
      classes: [
        {
          capability: 'coding',
          requests: 3,
          topics: [
            { topic: 'web', requests: 2 },
            { topic: null, requests: 1 },
          ],
        },
        { capability: null, requests: 1, topics: [{ topic: 'chat', requests: 1 }] },
        { capability: 'other', requests: 1, topics: [{ topic: 'chat', requests: 1 }] },
      ],
      requests: 5,
      ofRequests: 5,
    });
  });
});
