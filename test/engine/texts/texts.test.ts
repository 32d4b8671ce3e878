import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { encodeText } from '../../../electron/engine/requests/codec.ts';
import { COLUMNS_PER_CHUNK, columnOf } from '../../../electron/engine/requests/columns.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import { Sketcher } from '../../../electron/engine/text/sketch.ts';
import { BLOCK_TEXTS } from '../../../electron/engine/texts/block.ts';
import { eachPromptText } from '../../../electron/engine/texts/each-text.ts';
import { prepareTexts } from '../../../electron/engine/texts/prepare.ts';
import { requestsOfText, textOfRequest } from '../../../electron/engine/texts/requests.ts';
import { revealText } from '../../../electron/engine/texts/reveal.ts';
import { searchTexts } from '../../../electron/engine/texts/search.ts';
import { textsState } from '../../../electron/engine/texts/state.ts';
import { requestFields } from '../../../electron/engine/timeline/request-fields.ts';
import { canonical, fileWith, importCsv, newCase, pauseAlways, tempFolder } from '../support.ts';

const MAPPING = canonical('timestamp', 'account_id', 'prompt_text');
const HEAD = 'timestamp,account_id,prompt_text\n';

type Line = readonly [minute: number, account: string, text: string];

const csv = (lines: readonly Line[]) =>
  HEAD +
  lines
    .map(([minute, account, text]) => {
      const time = `2026-03-02T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
      return `${time},${account},"${text.replaceAll('"', '""')}"\n`;
    })
    .join('');

const us = (minute: number) => (Date.UTC(2026, 2, 2) + minute * 60_000) * 1000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const texts = (open: Case) => [...eachPromptText(open.db)].map(({ text }) => text).sort();
const found = (open: Case, query: string) =>
  searchTexts(open.db, query, 50, 0).hits.map(({ id }) => textOf(open, id));
const textOf = (open: Case, id: number) => [...eachPromptText(open.db)].find((text) => text.id === id)?.text;
const count = (open: Case, table: string) =>
  open.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

const SOLVE = 'Solve the equation step by step.';
const POEM = 'Write a poem about rain';

const LINES: readonly Line[] = [
  [0, 'ac_1', SOLVE],
  [5, 'ac_2', SOLVE],
  [9, 'ac_1', POEM],
  [3, 'ac_1', SOLVE],
  [4, 'ac_3', ''],
  [7, 'ac_2', '请逐步解释蒸馏模型的训练过程'],
  [8, 'ac_2', 'Übersetze “naïve” ＴＥＸＴ'],
];

test('each distinct text is kept once, with its hash and sketch', async () => {
  const open = await newCase();
  await importCsv(open, csv(LINES), MAPPING);
  const all = [...eachPromptText(open.db)];
  expect(all.map(({ text, requests }) => [text, requests]).sort()).toEqual(
    [
      [SOLVE, 3],
      [POEM, 1],
      [LINES[5][2], 1],
      [LINES[6][2], 1],
    ].sort(),
  );
  const sketcher = new Sketcher();
  for (const text of all) {
    expect(text.sha256).toBe(sha256(text.text));
    const bytes = new TextEncoder().encode(text.text);
    sketcher.sketch(bytes, 0, bytes.length);
    expect(text.sketch).toEqual({ high: sketcher.high, low: sketcher.low });
  }
  expect(textsState(open.db)).toEqual({ texts: 4, searchable: 0, olderSources: 0 });
});

test('the requests table gives the texts back, row by row', async () => {
  const open = await newCase();
  await importCsv(open, csv(LINES), MAPPING);
  const { rows } = querySql(open, 'SELECT row, prompt_text FROM requests ORDER BY row');
  expect(rows.map(([, text]) => text)).toEqual(LINES.map(([, , text]) => text || null));
});

test('a search finds words, phrases, beginnings, any case, accents, and Chinese', async () => {
  const open = await newCase();
  await importCsv(open, csv(LINES), MAPPING);
  await prepareTexts(open, unwatched);
  expect(found(open, 'EQUATION solve')).toEqual([SOLVE]);
  expect(found(open, '"step by step"')).toEqual([SOLVE]);
  expect(found(open, '"by step step"')).toEqual([]);
  expect(found(open, 'equa*')).toEqual([SOLVE]);
  expect(found(open, 'equa')).toEqual([]);
  expect(found(open, 'ubersetze naive text')).toEqual([LINES[6][2]]);
  expect(found(open, '蒸馏模型')).toEqual([LINES[5][2]]);
  expect(found(open, '模馏')).toEqual([]);
  expect(found(open, 'solve poem')).toEqual([]);
});

test('a hit says how often and by whom a text was used, and not what it says', async () => {
  const open = await newCase();
  await importCsv(open, csv(LINES), MAPPING);
  await prepareTexts(open, unwatched);
  const result = searchTexts(open.db, 'step', 10, 0);
  expect(result).toEqual({
    hits: [
      {
        id: expect.any(Number),
        characters: SOLVE.length,
        hash: sha256(SOLVE).slice(0, 32),
        requests: 3,
        accounts: 2,
        firstUs: us(0),
        lastUs: us(5),
      },
    ],
    total: 1,
    more: false,
    searched: true,
  });
  expect(JSON.stringify(result)).not.toContain('Solve');
});

test('hits come by number of requests, and by pages', async () => {
  const open = await newCase();
  const lines = Array.from({ length: 30 }, (_, i): Line => [i, 'ac', `common ${'x'.repeat(1 + (i % 5))}`]);
  await importCsv(open, csv([...lines, [31, 'ac', 'common xx']]), MAPPING);
  await prepareTexts(open, unwatched);
  const all = searchTexts(open.db, 'common', 10, 0);
  expect(all.total).toBe(5);
  expect(all.hits[0].requests).toBe(7);
  expect([0, 2, 4].flatMap((offset) => searchTexts(open.db, 'common', 2, offset).hits)).toEqual(all.hits);
});

const HOSTILE = [
  '"',
  '""" AND',
  'NEAR(a, b)',
  'a AND OR NOT',
  '* ^ : - + {} () [] ;',
  "'; DROP TABLE prompt_block; --",
  'text : x',
  'prompt_search:rank',
  '\0a\0',
  '\ud800',
  'x* *y **',
  Array.from({ length: 250 }, () => 'a').join(' '),
  '"a '.repeat(160),
  '\u202e\u200b',
];

test('no query is refused, whatever is typed', async () => {
  const open = await newCase();
  await importCsv(open, csv(LINES), MAPPING);
  await prepareTexts(open, unwatched);
  for (const query of HOSTILE) {
    expect(searchTexts(open.db, query, 10, 0).total, JSON.stringify(query)).toBeLessThanOrEqual(4);
  }
});

test('a text that other sources hold is not kept again, and goes with the last of them', async () => {
  const open = await newCase();
  const first = await importCsv(
    open,
    csv([
      [0, 'ac_1', SOLVE],
      [1, 'ac_1', POEM],
    ]),
    MAPPING,
  );
  const second = await importCsv(
    open,
    csv([
      [60, 'ac_2', SOLVE],
      [61, 'ac_2', 'Only here: zebra'],
    ]),
    MAPPING,
  );
  await prepareTexts(open, unwatched);
  expect(texts(open)).toEqual(['Only here: zebra', SOLVE, POEM].sort());
  const [{ id }] = searchTexts(open.db, 'solve', 1, 0).hits;
  expect(requestsOfText(open.db, id, 10).total).toBe(2);

  await removeSource(open, first.sha256, unwatched);
  expect(texts(open)).toEqual(['Only here: zebra', SOLVE].sort());
  expect(textsState(open.db)).toMatchObject({ texts: 2, searchable: 0 });
  await prepareTexts(open, unwatched);
  expect(found(open, 'solve')).toEqual([SOLVE]);
  expect(found(open, 'poem')).toEqual([]);
  expect(searchTexts(open.db, 'solve', 1, 0).hits[0]).toMatchObject({ id, requests: 1, accounts: 1 });
  expect(querySql(open, 'SELECT prompt_text FROM requests ORDER BY row').rows).toEqual([
    [SOLVE],
    ['Only here: zebra'],
  ]);

  await removeSource(open, second.sha256, unwatched);
  expect(textsState(open.db)).toEqual({ texts: 0, searchable: 0, olderSources: 0 });
  expect([count(open, 'prompt_block'), count(open, 'prompt_use')]).toEqual([0, 0]);
  expect(searchTexts(open.db, 'zebra', 10, 0).total).toBe(0);
  // Nothing of the words is left in the index itself.
  expect(count(open, 'prompt_search_idx')).toBe(0);
});

test('the words and bytes of a removed text are in no table any more', async () => {
  const open = await newCase();
  const secret = 'quetzalcoatlus';
  const first = await importCsv(
    open,
    csv([
      [0, 'ac_1', SOLVE],
      [1, 'ac_1', secret],
    ]),
    MAPPING,
  );
  await importCsv(open, csv([[60, 'ac_2', SOLVE]]), MAPPING);
  await prepareTexts(open, unwatched);
  expect(found(open, secret)).toEqual([secret]);
  await removeSource(open, first.sha256, unwatched);
  const hash = sha256(secret).slice(0, 32);
  const block = open.db
    .prepare('SELECT hex(hashes) AS hashes, hex(data) AS data FROM prompt_block')
    .get() as {
    hashes: string;
    data: string;
  };
  expect(block.hashes.toLowerCase()).toContain(sha256(SOLVE).slice(0, 32));
  expect(block.hashes.toLowerCase()).not.toContain(hash);
  expect(block.data.toLowerCase()).not.toContain(Buffer.from(secret).toString('hex'));
  await prepareTexts(open, unwatched);
  expect(found(open, 'solve')).toEqual([SOLVE]);
  expect(found(open, secret)).toEqual([]);
});

test('the same file imported again brings its texts back', async () => {
  const open = await newCase();
  const { sha256: source } = await importCsv(open, csv(LINES), MAPPING);
  const before = texts(open);
  await removeSource(open, source, unwatched);
  await importCsv(open, csv(LINES), MAPPING);
  expect(texts(open)).toEqual(before);
  await prepareTexts(open, unwatched);
  expect(found(open, 'poem')).toEqual([POEM]);
});

test('texts of an import that is killed are seen by nobody, and gone when the case opens again', async () => {
  const open = await newCase();
  await importCsv(open, csv([[0, 'ac_1', SOLVE]]), MAPPING);
  // Enough rows for several runs, of which some are written before the import stops.
  const lines = Array.from(
    { length: 140_000 },
    (_, i): Line => [i % 1440, 'ac_2', i % 2 ? SOLVE : `secret plan ${i}`],
  );
  const killed = join(tempFolder(), 'killed.swcase');
  const stop = new AbortController();
  pauseAlways();
  const importing = importFile(open, fileWith(csv(lines)), MAPPING, {
    signal: stop.signal,
    progress: () => {
      if (count(open, 'prompt_block') < 3) return;
      open.db.pragma('wal_checkpoint(FULL)');
      copyFileSync(open.path, killed);
      stop.abort();
    },
  });
  await expect(importing).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(texts(open)).toEqual([SOLVE]);
  expect(count(open, 'prompt_block')).toBe(1);

  const again = await openCase(killed, 'tester', null);
  onTestFinished(() => again.close());
  expect(texts(again)).toEqual([SOLVE]);
  expect([count(again, 'prompt_block'), count(again, 'prompt_use')]).toEqual([1, 1]);
  await prepareTexts(again, unwatched);
  expect(searchTexts(again.db, 'secret', 10, 0).total).toBe(0);
  expect(searchTexts(again.db, 'solve', 10, 0).hits).toMatchObject([{ requests: 1 }]);
});

test('while an import runs, neither its texts nor its uses of known texts are seen', async () => {
  const open = await newCase();
  await importCsv(open, csv([[0, 'ac_1', SOLVE]]), MAPPING);
  const lines = Array.from(
    { length: 70_000 },
    (_, i): Line => [i % 1440, 'ac_2', i % 2 ? SOLVE : `secret ${i}`],
  );
  const preparing: Promise<unknown>[] = [];
  pauseAlways();
  await importFile(open, fileWith(csv(lines)), MAPPING, {
    signal: new AbortController().signal,
    progress: ({ stage }) => {
      if (stage === 'publishing') expect(count(open, 'prompt_block')).toBeGreaterThan(1);
      // Its first slice is done when it returns.
      preparing.push(prepareTexts(open, unwatched));
      expect(searchTexts(open.db, 'secret', 10, 0).total).toBe(0);
      expect(searchTexts(open.db, 'solve', 10, 0).hits).toMatchObject([{ requests: 1, accounts: 1 }]);
      expect(textsState(open.db)).toMatchObject({ texts: 1, searchable: 1 });
    },
  });
  await Promise.all(preparing);
  expect(preparing.length).toBeGreaterThan(1);
  await prepareTexts(open, unwatched);
  expect(searchTexts(open.db, 'secret', 1, 0).total).toBe(35_000);
  expect(searchTexts(open.db, 'solve', 1, 0).hits[0].requests).toBe(35_001);
});

test('more texts than a block, and one larger than a block, come back whole', async () => {
  const open = await newCase();
  const large = `large ${'lorem ipsum '.repeat(50_000)}`.trim();
  const lines = Array.from(
    { length: 2 * BLOCK_TEXTS + 10 },
    (_, i): Line => [i % 1440, `ac_${i % 7}`, `text ${i}`],
  );
  await importCsv(open, csv([...lines, [3, 'ac_1', large], [4, 'ac_1', 'after it']]), MAPPING);
  expect(texts(open)).toEqual([...lines.map(([, , text]) => text), large, 'after it'].sort());
  await prepareTexts(open, unwatched);
  expect(found(open, 'lorem')).toEqual([large]);
  expect(found(open, '2000')).toEqual(['text 2000']);
});

test('preparing that is cancelled keeps what it did and goes on later', async () => {
  const open = await newCase();
  const lines = Array.from(
    { length: 6 * BLOCK_TEXTS },
    (_, i): Line => [i % 1440, 'ac', `number ${i} of many words to look at`],
  );
  await importCsv(open, csv(lines), MAPPING);
  pauseAlways();
  const stop = new AbortController();
  const reported: number[] = [];
  const progress = ({ done }: { done: number }) => {
    if (reported.push(done) === 2) stop.abort();
  };
  await expect(prepareTexts(open, { signal: stop.signal, progress })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  const part = textsState(open.db);
  expect(reported).toEqual([BLOCK_TEXTS, 2 * BLOCK_TEXTS]);
  expect(part).toMatchObject({ texts: lines.length, searchable: 2 * BLOCK_TEXTS });
  expect(searchTexts(open.db, 'number', 1, 0).total).toBe(part.searchable);
  expect(await prepareTexts(open, unwatched)).toMatchObject({ searchable: lines.length });
  expect(searchTexts(open.db, 'number', 1, 0).total).toBe(lines.length);
});

test('the prompt of a request is masked until it is revealed, which the custody log records', async () => {
  const open = await newCase();
  const source = await importCsv(open, csv(LINES), MAPPING);
  const request = `request:${source.sha256}/1`;
  expect(requestFields(open.db, request).fields.map(({ name }) => name)).not.toContain('prompt_text');
  const masked = textOfRequest(open.db, request);
  expect(masked).toEqual({
    id: expect.any(Number),
    characters: SOLVE.length,
    hash: sha256(SOLVE).slice(0, 32),
  });
  expect(textOfRequest(open.db, `request:${source.sha256}/5`)).toBeNull();
  expect(revealText(open, { request })).toEqual({
    text: SOLVE,
    sha256: sha256(SOLVE),
    characters: SOLVE.length,
  });
  const [entry] = searchCustody(open.db, {}, null, 1);
  expect(entry).toMatchObject({ action: 'text.reveal', author: 'tester' });
  expect(JSON.parse(entry.detail)).toEqual({ sha256: sha256(SOLVE), characters: SOLVE.length, request });
  expect(entry.detail).not.toContain('Solve');
  revealText(open, { id: masked?.id as number });
  expect(JSON.parse(searchCustody(open.db, {}, null, 1)[0].detail)).toEqual({
    sha256: sha256(SOLVE),
    characters: SOLVE.length,
    requests: 3,
  });
  expect(verifyChain(open.db).firstBad).toBeNull();
});

test('what is not there is not found, and nothing is logged', async () => {
  const open = await newCase();
  const source = await importCsv(open, csv(LINES), MAPPING);
  const entries = count(open, 'custody_log');
  for (const what of [
    { id: 999 },
    { request: `request:${source.sha256}/99` },
    { request: `request:${source.sha256}/5` },
    { request: 'account:ac_1' },
  ]) {
    expect(() => revealText(open, what)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  }
  expect(() => requestsOfText(open.db, 999, 5)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  expect(count(open, 'custody_log')).toBe(entries);
});

test('the requests with a text are given by time', async () => {
  const open = await newCase();
  const source = await importCsv(open, `${csv(LINES)}never,ac_9,${SOLVE}\n`, MAPPING);
  await prepareTexts(open, unwatched);
  const [{ id, requests, accounts, lastUs }] = searchTexts(open.db, 'solve', 1, 0).hits;
  expect([requests, accounts, lastUs]).toEqual([4, 3, us(5)]);
  const of = (row: number, account: string, timeUs: number | null) => ({
    reference: `request:${source.sha256}/${row}`,
    account,
    timeUs,
  });
  expect(requestsOfText(open.db, id, 10)).toEqual({
    requests: [of(1, 'ac_1', us(0)), of(4, 'ac_1', us(3)), of(2, 'ac_2', us(5)), of(8, 'ac_9', null)],
    total: 4,
  });
  expect(requestsOfText(open.db, id, 2).requests).toHaveLength(2);
});

test('a case that cannot record a reveal shows no text', async () => {
  const open = await newCase();
  const source = await importCsv(open, csv(LINES), MAPPING);
  await prepareTexts(open, unwatched);
  const snapshot = open.snapshot();
  onTestFinished(() => snapshot.close());
  expect(() => revealText(snapshot, { request: `request:${source.sha256}/1` })).toThrow(
    expect.objectContaining({ code: 'CASE_LOCKED' }),
  );
  expect(searchTexts(snapshot.db, 'solve', 1, 0).total).toBe(1);
  expect(await prepareTexts(snapshot, unwatched)).toMatchObject({ searchable: 4 });
});

test('chunks from before texts had numbers are read as they are', async () => {
  const open = await newCase();
  const source = await importCsv(open, csv(LINES), MAPPING);
  makeOld(
    open,
    LINES.map(([, , text]) => text),
  );
  const { rows } = querySql(open, 'SELECT row, prompt_text FROM requests ORDER BY row');
  expect(rows.map(([, text]) => text)).toEqual(LINES.map(([, , text]) => text || null));
  const request = `request:${source.sha256}/3`;
  expect(textOfRequest(open.db, request)).toEqual({
    id: null,
    characters: POEM.length,
    hash: sha256(POEM).slice(0, 32),
  });
  expect(textOfRequest(open.db, `request:${source.sha256}/5`)).toBeNull();
  expect(revealText(open, { request }).text).toBe(POEM);
  expect(textsState(open.db)).toEqual({ texts: 0, searchable: 0, olderSources: 1 });
  // Beside them, a new source has its own.
  await importCsv(open, csv([[90, 'ac_5', POEM]]), MAPPING);
  await prepareTexts(open, unwatched);
  expect(searchTexts(open.db, 'poem', 10, 0).hits).toMatchObject([{ requests: 1 }]);
  expect(textsState(open.db)).toEqual({ texts: 1, searchable: 1, olderSources: 1 });
});

/** Puts the texts of the case's only chunk where the first schema had them. */
function makeOld(open: Case, byRow: readonly string[]): void {
  const chunk = open.db.prepare('SELECT id, rows FROM request_chunk').get() as { id: number; rows: number };
  const { rows } = querySql(open, 'SELECT row FROM requests');
  const values = [...new Set(byRow.filter((text) => text !== ''))];
  const bytes = new TextEncoder().encode(values.join(''));
  let end = 0;
  const ends = Uint32Array.from(values, (text) => {
    end += new TextEncoder().encode(text).length;
    return end;
  });
  const codes = Uint32Array.from(rows, ([row]) => 1 + values.indexOf(byRow[Number(row) - 1]));
  open.db
    .prepare('UPDATE request_column SET data = ? WHERE key = ?')
    .run(encodeText({ bytes, ends, codes }), chunk.id * COLUMNS_PER_CHUNK + columnOf('prompt_text').number);
  open.db.exec('DELETE FROM prompt_use; DELETE FROM prompt_block;');
}

test('an encrypted case keeps neither texts nor words readable', async () => {
  const open = await newCase(undefined, 'correct horse battery staple');
  await importCsv(open, csv([[0, 'ac_1', 'quetzalcoatlus quetzalcoatlus']]), MAPPING);
  await prepareTexts(open, unwatched);
  expect(found(open, 'quetzalcoatlus')).toHaveLength(1);
  open.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(readFileSync(open.path).includes('quetzalcoatlus')).toBe(false);
});
