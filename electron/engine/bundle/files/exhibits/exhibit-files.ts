import { z } from 'zod';
import type { ExhibitCell } from '../../../../../shared/contract/exhibits.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { readPicture } from '../../../exhibits/read.ts';
import { findQuery } from '../../../exhibits/registry.ts';
import type { BagFile } from '../../bag/bag.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { isPublishedPicture } from '../charts/picture.ts';
import { count, text, us, utc } from '../field-shapes.ts';
import { csvFile, jsonFile, type Told } from '../file-of.ts';
import { type WorkedExhibit, workedExhibits } from './worked.ts';

/** Rows of a result that stand in its JSON file; the CSV beside it has all. */
export const MOST_JSON_ROWS = 10_000;

const cell = z.union([z.string(), z.number(), z.null()]);
const number = z.number().nullable();
const whence = z.enum([
  'the whole case',
  'a part of the case',
  'a redacted case',
  'a redacted part of the case',
]);

/** `data/exhibits/NN-<slug>.json`: how it was pinned, and what this bundle's own tables answer. */
export const exhibitShape = z.strictObject({
  id: text,
  number: z.int().min(1),
  finding: text,
  title: text,
  author: text,
  pinned: utc,
  pinnedUs: us,
  query: text,
  asks: text.describe('what the query shows'),
  args: z.record(z.string(), z.unknown()),
  asPinned: z.strictObject({
    version: text,
    seed: z.int().nullable(),
    dataHash: text,
    rows: count.describe('records of the sources behind it'),
    rowsHash: text,
    resultHash: text.describe('SHA-256 of the canonical JSON of {columns, rows}'),
    figures: z.array(z.strictObject({ name: text, value: number })),
  }),
  inBundle: z.strictObject({
    workedOutFrom: whence.describe(
      'a result from less than the whole may differ from what was pinned for that alone',
    ),
    state: z
      .enum(['match', 'drift', 'cannot'])
      .describe('whether the result is what was pinned, to the byte'),
    reason: text.nullable().describe('why it cannot be worked out'),
    version: text.nullable(),
    seed: z.int().nullable(),
    dataHash: text.nullable(),
    rows: count.nullable(),
    rowsHash: text.nullable(),
    resultHash: text.nullable(),
    rowsChanged: z.boolean().nullable(),
    versionChanged: z.boolean().nullable(),
    figures: z.array(z.strictObject({ name: text, pinned: number, inBundle: number })),
  }),
  result: z
    .strictObject({
      columns: z.array(text),
      rows: z.array(z.array(cell)).max(MOST_JSON_ROWS),
      ofRows: count.describe('rows there are; the CSV has all of them'),
    })
    .nullable(),
  files: z.strictObject({ csv: text.nullable(), picture: text.nullable() }),
});

export const exhibitFiles: FilesOf = async (published, job) => {
  const all = await workedExhibits(published, job);
  return all.flatMap((one): BagFile[] => {
    const { name, worked } = one;
    const table = worked ? [csvFile(`data/exhibits/${name}.csv`, worked.columns, () => worked.rows)] : [];
    return [jsonFile(`data/exhibits/${name}.json`, exhibitShape, () => told(published, one)), ...table];
  });
};

function told(published: Published, one: WorkedExhibit): Told<z.infer<typeof exhibitShape>> {
  const { body, rerun, worked, name } = one;
  const picture = readPicture(published.open.db, one.id);
  return {
    id: one.id,
    number: one.number,
    finding: body.finding,
    title: body.title,
    author: body.author,
    pinned: formatUtc(body.pinnedUs),
    pinnedUs: body.pinnedUs,
    query: body.query,
    asks: findQuery(body.query)?.title ?? '',
    args: body.args,
    asPinned: {
      version: body.version,
      seed: body.seed,
      dataHash: body.dataHash,
      rows: body.rows,
      rowsHash: body.rowsHash,
      resultHash: body.resultHash,
      figures: body.figures,
    },
    inBundle: {
      workedOutFrom: whenceOf(published),
      state: rerun.state,
      reason: rerun.reason,
      version: worked?.version ?? null,
      seed: worked?.seed ?? null,
      dataHash: worked?.dataHash ?? null,
      rows: worked?.requests ?? null,
      rowsHash: worked?.rowsHash ?? null,
      resultHash: worked?.resultHash ?? null,
      rowsChanged: rerun.rowsChanged,
      versionChanged: rerun.versionChanged,
      figures: rerun.figures.map(({ name: figure, before, after }) => ({
        name: figure,
        pinned: before,
        inBundle: after,
      })),
    },
    result: worked && {
      columns: worked.columns,
      rows: worked.rows.slice(0, MOST_JSON_ROWS) as readonly (readonly ExhibitCell[])[],
      ofRows: worked.rows.length,
    },
    files: {
      csv: worked && `data/exhibits/${name}.csv`,
      picture: isPublishedPicture(picture) ? `data/charts/${name}.svg` : null,
    },
  };
}

function whenceOf({ about: { choice, redaction } }: Published): z.infer<typeof whence> {
  if (redaction) return choice.whole ? 'a redacted case' : 'a redacted part of the case';
  return choice.whole ? 'the whole case' : 'a part of the case';
}
