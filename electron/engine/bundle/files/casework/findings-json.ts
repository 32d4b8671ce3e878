import { z } from 'zod';
import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { FINDING_STATUSES } from '../../../../../shared/records/finding.ts';
import type { RecordBody } from '../../../../../shared/records/records.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { getFinding } from '../../../findings/read.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { numberedFindings } from '../../report/exhibit-numbers.ts';
import { type NumberedExhibit, numberedExhibits } from '../exhibits/numbered.ts';
import { confidence, count, likelihood, text, us, utc } from '../field-shapes.ts';
import { jsonFile, type Told } from '../file-of.ts';
import { byText } from '../order.ts';

const exhibit = z.strictObject({
  id: text,
  number: z
    .int()
    .min(1)
    .describe('that of E1 in the report, over all findings; files of the exhibit begin with it'),
  title: text,
  query: text,
  version: text,
  seed: z.int().nullable(),
  dataHash: text,
  rows: count.describe('records of the sources behind it'),
  rowsHash: text,
  resultHash: text.describe('SHA-256 of the canonical JSON of {columns, rows}'),
  figures: z.array(z.strictObject({ name: text, value: z.number().nullable() })),
  author: text,
  pinned: utc,
  pinnedUs: us,
  result: text.describe('path of its file in the bundle'),
});

const verdict = z.strictObject({
  author: text,
  verdict: z.enum(['agrees', 'dissents']),
  reason: text,
  at: utc,
  atUs: us,
  about: text.describe('hash of the finding as it was then'),
  changedSince: z
    .boolean()
    .nullable()
    .describe('the finding was changed after; null where a part of a case cannot tell'),
});

/** `data/findings.json`: what is claimed, how likely, on what, and who agrees. Speaker notes are never among it. */
export const findingsShape = z.strictObject({
  note: z.literal(CALIBRATION_NOTE),
  findings: z.array(
    z.strictObject({
      id: text,
      number: z.int().min(1).describe('that of F1 in the report; those that were withdrawn stand last'),
      claim: text,
      status: z.enum(FINDING_STATUSES),
      likelihood: likelihood.nullable(),
      confidence: confidence.nullable(),
      confidenceReason: text,
      scope: z.array(text).describe('references of what it is about'),
      notInBundle: z.array(text).describe('those of the scope that this bundle holds nothing of'),
      reasoning: text,
      changeMind: text,
      missing: text.describe('evidence that was to be expected and is not there'),
      author: text,
      created: utc,
      createdUs: us,
      changedBy: text,
      changed: utc,
      changedUs: us,
      verdicts: z.array(verdict),
      exhibits: z.array(exhibit),
    }),
  ),
});

export const findingsFiles: FilesOf = async (published) => [
  jsonFile('data/findings.json', findingsShape, () => told(published)),
];

function told(published: Published): Told<z.infer<typeof findingsShape>> {
  const { open, about } = published;
  const numbered = numberedExhibits(open.db);
  const isWhole = about.choice.whole && about.redaction === null;
  return {
    note: CALIBRATION_NOTE,
    findings: numberedFindings(open.db).map(({ id }, at) => {
      const finding = getFinding(open, id);
      return {
        id,
        number: at + 1,
        claim: finding.claim,
        status: finding.status,
        likelihood: finding.likelihood,
        confidence: finding.confidence,
        confidenceReason: finding.confidenceReason,
        scope: finding.scope,
        notInBundle: finding.gone,
        reasoning: finding.reasoning,
        changeMind: finding.changeMind,
        missing: finding.missing,
        author: finding.author,
        created: formatUtc(finding.createdUs),
        createdUs: finding.createdUs,
        changedBy: finding.changedBy,
        changed: formatUtc(finding.changedUs),
        changedUs: finding.changedUs,
        verdicts: [...finding.verdicts]
          .sort((one, other) => one.atUs - other.atUs || byText(one.author, other.author))
          .map((said) => ({
            author: said.author,
            verdict: said.verdict,
            reason: said.reason,
            at: formatUtc(said.atUs),
            atUs: said.atUs,
            about: said.about,
            changedSince: isWhole ? said.changedSince : null,
          })),
        exhibits: numbered.filter(({ body }) => body.finding === id).map(toldExhibit),
      };
    }),
  };
}

function toldExhibit({ id, number, name, body }: NumberedExhibit): Told<z.infer<typeof exhibit>> {
  return { id, number, ...hashesOf(body), result: `data/exhibits/${name}.json` };
}

function hashesOf(body: RecordBody<'exhibit'>) {
  const { title, query, version, seed, dataHash, rows, rowsHash, resultHash, figures, author, pinnedUs } =
    body;
  return {
    title,
    query,
    version,
    seed,
    dataHash,
    rows,
    rowsHash,
    resultHash,
    figures,
    author,
    pinned: formatUtc(pinnedUs),
    pinnedUs,
  };
}
