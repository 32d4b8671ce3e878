import { z } from 'zod';
import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { REPORT_TEMPLATES } from '../../../../../shared/contract/bundles.ts';
import { HANDLING, PAP } from '../../../../../shared/contract/cases.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { readInfo } from '../../../analysis/store.ts';
import { listPeople } from '../../../people/people.ts';
import { utcOrNull } from '../../json-text.ts';
import { BUNDLE_SCHEMA_VERSION } from '../../published/about.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { count, text, us, usOrNull, utc, utcOrNull as utcOrNullShape } from '../field-shapes.ts';
import { jsonFile, type Told } from '../file-of.ts';

const totals = z.strictObject({
  accounts: count.describe('under examination'),
  referenceAccounts: count.describe('of the benign reference, never examined'),
  requests: count,
  requestsWithoutTime: count,
  sources: count,
  operators: count,
  findings: count,
  annotations: count,
  first: utcOrNullShape,
  firstUs: usOrNull,
  last: utcOrNullShape,
  lastUs: usOrNull,
});

/** `data/case.json`: the case, what of it the bundle shows, and how it is to be handled. */
export const caseShape = z.strictObject({
  schemaVersion: z.literal(BUNDLE_SCHEMA_VERSION),
  madeBy: z.strictObject({ name: text, version: text }),
  exported: z.strictObject({ at: utc, us, by: text }),
  case: z.strictObject({
    id: text,
    name: text,
    reference: text,
    question: text.describe('what is examined, and on whose authority'),
    retention: text,
    timeZone: text.describe('in which wall times of the report are told'),
    created: utc,
    createdUs: us,
  }),
  handling: z.strictObject({
    tlp: z.enum(HANDLING),
    pap: z.enum(PAP),
    recipients: text.describe('to whom it goes and what they are asked to mind'),
  }),
  scope: z.strictObject({
    whole: z.boolean().describe('everything in the case, whatever was chosen'),
    findings: z.array(text),
    operators: z.array(text),
    accounts: z.array(text),
    template: z.enum(REPORT_TEMPLATES),
    redaction: z.boolean(),
    redactionKey: text.nullable().describe('names the key without telling it'),
    prompts: z.boolean(),
    rowLimit: count.nullable().describe('requests of one account at most; null for no limit'),
  }),
  totals: z.strictObject({ case: totals, bundle: totals }),
  dataHash: text.describe('of the sources of the whole case and how they were read, as exhibits name it'),
  analysis: z
    .strictObject({
      at: utc,
      atUs: us,
      version: text,
      seed: z.int(),
      priorShare: z.number().describe('share of accounts assumed to take part, when the analysis was made'),
      prior: z.strictObject({
        share: z.number().describe('at which scores and likelihoods are given here'),
        assumedBy: text.nullable(),
      }),
      stale: z
        .boolean()
        .nullable()
        .describe('made from other data or decisions; null where a part cannot tell'),
      accounts: count,
      operators: count,
      note: z.literal(CALIBRATION_NOTE),
    })
    .nullable(),
  people: z.array(z.strictObject({ name: text, role: text })),
  smallCells: z.array(text).describe('groups so small that who is meant may be guessed'),
  omitted: z.array(text),
});

export const caseFiles: FilesOf = async (published) => [
  jsonFile('data/case.json', caseShape, () => told(published)),
];

function told({ open, about }: Published): Told<z.infer<typeof caseShape>> {
  const { db } = open;
  const info = open.info();
  const run = readInfo(db);
  const number = (sql: string) => db.prepare(sql).pluck().get() as number;
  const { choice, ofCase, redaction } = about;
  return {
    schemaVersion: BUNDLE_SCHEMA_VERSION,
    madeBy: { name: about.madeBy.name, version: about.madeBy.version },
    exported: { at: formatUtc(about.exportedUs), us: about.exportedUs, by: about.exportedBy },
    case: {
      id: info.id,
      name: info.name,
      reference: info.reference,
      question: info.question,
      retention: info.retention,
      timeZone: info.timeZone,
      created: formatUtc(info.createdUs),
      createdUs: info.createdUs,
    },
    handling: { tlp: choice.handling, pap: choice.pap, recipients: choice.recipients },
    scope: {
      whole: choice.whole,
      findings: choice.findings,
      operators: choice.operators,
      accounts: choice.accounts,
      template: choice.template,
      redaction: choice.redaction,
      redactionKey: redaction?.keyId ?? null,
      prompts: choice.prompts,
      rowLimit: choice.rowLimit,
    },
    totals: {
      case: {
        accounts: ofCase.accounts,
        referenceAccounts: ofCase.referenceAccounts,
        requests: ofCase.requests,
        requestsWithoutTime: ofCase.requestsWithoutTime,
        sources: ofCase.sources,
        operators: ofCase.operators,
        findings: ofCase.findings,
        annotations: ofCase.annotations,
        ...span(ofCase.firstUs, ofCase.lastUs),
      },
      bundle: {
        accounts: info.counts.accounts,
        referenceAccounts: info.counts.referenceAccounts,
        requests: info.counts.requests,
        requestsWithoutTime: info.counts.requestsWithoutTime,
        sources: info.counts.sources,
        operators: number('SELECT count(*) FROM analysis_operator'),
        findings: number("SELECT count(*) FROM record WHERE kind = 'finding'"),
        annotations: info.counts.annotations,
        ...span(info.firstUs, info.lastUs),
      },
    },
    dataHash: ofCase.dataHash,
    analysis: run && {
      at: formatUtc(run.atUs),
      atUs: run.atUs,
      version: run.version,
      seed: run.seed,
      priorShare: run.priorShare,
      prior: { share: run.prior.share, assumedBy: run.prior.assumed?.author ?? null },
      // A part of a case has other sources and decisions than the whole that was analysed.
      stale: choice.whole && redaction === null ? run.stale : null,
      accounts: run.accounts,
      operators: run.operators,
      note: CALIBRATION_NOTE,
    },
    people: listPeople(db).map(({ name, role }) => ({ name, role })),
    smallCells: redaction?.smallCells ?? [],
    omitted: about.omitted,
  };
}

function span(firstUs: number | null, lastUs: number | null) {
  return { first: utcOrNull(firstUs), firstUs, last: utcOrNull(lastUs), lastUs };
}
