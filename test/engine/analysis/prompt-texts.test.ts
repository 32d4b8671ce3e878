import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PromptTexts } from '../../../electron/engine/analysis/prompt-texts.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { fileWith, newCase } from '../support.ts';

const TEXTS = [
  ...Array.from({ length: 1500 }, (_, i) => `Text ${i}: über ${'a'.repeat(i % 90)}`),
  '😀 eight',
];

async function caseWithTexts() {
  const open = await newCase();
  const rows = TEXTS.flatMap((text, i) =>
    Array.from({ length: 1 + (i % 3) }, (_, k) => `2026-05-05T00:00:0${k}Z,acc_${i % 7},${text}`),
  );
  const file = fileWith(['timestamp,account_id,prompt_text', ...rows, ''].join('\n'));
  await importFile(open, file, await completeMapping(open.db, file, null), unwatched);
  return open.db;
}

const places = TEXTS.map((_, place) => place);

test('texts stand in order of their SHA-256, each with its requests', async () => {
  const texts = new PromptTexts(await caseWithTexts());
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const inOrder = TEXTS.map((text, i) => ({ text, hash: hash(text), requests: 1 + (i % 3) })).sort(
    (one, other) => (one.hash < other.hash ? -1 : 1),
  );
  expect(texts.count).toBe(TEXTS.length);
  expect(places.map((place) => texts.text(place))).toEqual(inOrder.map(({ text }) => text));
  expect(places.map((place) => texts.requestsOf(place))).toEqual(inOrder.map(({ requests }) => requests));
  expect([...texts.codeOf].filter((code) => code > 0).sort((a, b) => a - b)).toEqual(
    places.map((place) => place + 1),
  );
});

test('released texts come back the same, some or all of them', async () => {
  const texts = new PromptTexts(await caseWithTexts());
  const all = places.map((place) => texts.text(place));
  const wanted = [1400, 3, 3, 700, 0, TEXTS.length - 1];
  const read = (from: Pick<PromptTexts, 'text'>) => wanted.map((place) => from.text(place));
  expect(read(texts.some(wanted))).toEqual(wanted.map((place) => all[place]));
  texts.release();
  expect(read(texts.some(wanted))).toEqual(wanted.map((place) => all[place]));
  expect(places.map((place) => texts.text(place))).toEqual(all);
});
