import { z } from 'zod';
import { CONSISTENCIES, CREDIBILITIES } from '../../../../../shared/contract/hypotheses.ts';
import { evidenceBasis } from '../../../../../shared/records/hypothesis.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { readMatrix } from '../../../hypotheses/matrix.ts';
import { utcOrNull } from '../../json-text.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { numberedFindings } from '../../report/exhibit-numbers.ts';
import { numberedExhibits } from '../exhibits/numbered.ts';
import { count, share, text, us, usOrNull, utc, utcOrNull as utcOrNullShape } from '../field-shapes.ts';
import { jsonFile, type Told } from '../file-of.ts';

const METHOD =
  'Analysis of competing hypotheses (Heuer, Psychology of Intelligence Analysis, 1999, ch. 8): the hypothesis with the least evidence against it stands first, and what fits is no proof. Only ratings that a person confirmed count; what the analysis proposes is beside them.';

const rating = z.enum(CONSISTENCIES).nullable();

const hypothesis = z.strictObject({
  id: text,
  title: text,
  text,
  alternative: text.nullable().describe('the reading of the analysis that it was made from'),
  author: text,
  created: utc,
  createdUs: us,
  inconsistency: z
    .number()
    .min(0)
    .describe('1 for each -, 2 for each --, times the credibility (low 1/√2, medium 1, high √2)'),
  unconfirmed: count,
});

const evidence = z.strictObject({
  id: text,
  title: text,
  exhibit: text.nullable().describe('id of the exhibit behind it'),
  exhibitNumber: z.int().nullable(),
  basis: evidenceBasis.nullable(),
  credibility: z.enum(CREDIBILITIES),
  author: text,
  created: utc,
  createdUs: us,
  cells: z
    .array(
      z.strictObject({
        hypothesis: text,
        rating: rating.describe('as a person confirmed it'),
        confirmedBy: text.nullable(),
        confirmed: utcOrNullShape,
        confirmedUs: usOrNull,
        proposed: rating.describe('by the analysis; never counted'),
        proposedBecause: text,
      }),
    )
    .describe('one a hypothesis, in their order'),
  diagnosticity: share
    .nullable()
    .describe(
      'how far apart the confirmed ratings lie; 0 tells no hypothesis from another, null is not known',
    ),
  unconfirmed: count,
  without: z
    .strictObject({ leaders: z.array(text), changes: z.boolean() })
    .describe('sensitivity: which hypotheses lead if this row is left out'),
  now: text.nullable().describe('what the analysis says of it'),
});

/** `data/hypotheses.json`: of each finding the matrix of rival hypotheses, in full. */
export const hypothesesShape = z.strictObject({
  method: z.literal(METHOD),
  matrices: z.array(
    z.strictObject({
      finding: text,
      claim: text,
      hypotheses: z.array(hypothesis),
      evidence: z.array(evidence),
      cells: count,
      unconfirmed: count,
      rowsInPart: count.describe('as long as there are any, inconsistencies are not fairly compared'),
      order: z.array(text).describe('by least inconsistency'),
      leaders: z.array(text).describe('the least inconsistent; none where all are equal'),
    }),
  ),
});

export const hypothesesFiles: FilesOf = async (published) => [
  jsonFile('data/hypotheses.json', hypothesesShape, () => told(published)),
];

function told({ open: { db } }: Published): Told<z.infer<typeof hypothesesShape>> {
  const numberOf = new Map(numberedExhibits(db).map(({ id, number }) => [id, number]));
  return {
    method: METHOD,
    matrices: numberedFindings(db).flatMap(({ id: finding, body: { claim } }) => {
      const matrix = readMatrix(db, finding);
      if (matrix.hypotheses.length === 0 && matrix.evidence.length === 0) return [];
      return [
        {
          finding,
          claim,
          hypotheses: matrix.hypotheses.map(({ score, createdUs, ...one }) => ({
            id: one.id,
            title: one.title,
            text: one.text,
            alternative: one.alternative,
            author: one.author,
            created: formatUtc(createdUs),
            createdUs,
            inconsistency: score,
            unconfirmed: one.unconfirmed,
          })),
          evidence: matrix.evidence.map((row) => ({
            id: row.id,
            title: row.title,
            exhibit: row.exhibit,
            exhibitNumber: (row.exhibit && numberOf.get(row.exhibit)) || null,
            basis: row.basis,
            credibility: row.credibility,
            author: row.author,
            created: formatUtc(row.createdUs),
            createdUs: row.createdUs,
            cells: row.cells.map((cell) => ({
              hypothesis: cell.hypothesis,
              rating: cell.consistency,
              confirmedBy: cell.confirmedBy,
              confirmed: utcOrNull(cell.confirmedUs),
              confirmedUs: cell.confirmedUs,
              proposed: cell.proposed,
              proposedBecause: cell.reason,
            })),
            diagnosticity: row.diagnosticity,
            unconfirmed: row.unconfirmed,
            without: row.without,
            now: row.now,
          })),
          cells: matrix.cells,
          unconfirmed: matrix.unconfirmed,
          rowsInPart: matrix.rowsInPart,
          order: matrix.order,
          leaders: matrix.leaders,
        },
      ];
    }),
  };
}
