import { z } from 'zod';
import { CALIBRATION_NOTE, type Finding } from '../../../../../shared/contract/analysis.ts';
import type { OperatorTies } from '../../../analysis/operator-ties.ts';
import { readOperator, readOperators } from '../../../analysis/results.ts';
import type { Database } from '../../../case/database.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { confidence, count, family, likelihood, share, signalValue, text } from '../field-shapes.ts';
import { jsonFile, type Told } from '../file-of.ts';
import { byOperator } from '../order.ts';

const FINDINGS = ['together', 'extraction', 'access'] as const;

const estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
const harvest = z.strictObject({
  requests: count,
  sessions: count,
  inputTokens: z.number(),
  outputTokens: z.number(),
  templates: count,
  slotValues: count,
  reasoningAnswers: count,
  toolTraces: count,
  trainingSamples: estimate.describe('distinct answers that would serve as training samples'),
  costMicroUsd: estimate.describe('what it would have cost at list price'),
  assumptions: z.array(text),
});

const operator = z.strictObject({
  id: text,
  score: z.number(),
  likelihood,
  requests: count,
  members: z.array(z.strictObject({ account: text, score: z.number(), likelihood, requests: count })),
  findings: z
    .array(
      z.strictObject({
        question: z
          .enum(FINDINGS)
          .describe(
            'whether the accounts act together, whether they extract, whether their use is not what was agreed on',
          ),
        likelihood,
        confidence,
        reasons: z.array(text).describe('strongest first'),
      }),
    )
    .describe('three questions kept apart'),
  evidence: z.array(
    z.strictObject({
      kind: text,
      family,
      bits: z.number().describe('of the median link that has it'),
      accounts: count,
      example: text,
    }),
  ),
  links: z
    .strictObject({ listed: count, total: count })
    .nullable()
    .describe('between its accounts: those in data/links, of so many'),
  density: share.describe('links present of those possible'),
  stability: share.describe('pairs that stay together under other seeds and resolutions'),
  withoutKind: z
    .array(z.strictObject({ kind: text, share }))
    .describe('largest part that holds without the kind'),
  weakestBridge: z
    .strictObject({ a: text, b: text, bits: z.number(), splits: z.boolean() })
    .nullable()
    .describe('where it would fall apart first'),
  signals: z.array(signalValue),
  alternatives: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        holding: count.describe('predictions that hold, of those that the data can tell'),
        testable: count,
        predictions: z.array(
          z.strictObject({
            text,
            holds: z.boolean().nullable().describe('null: the data cannot tell'),
            detail: text,
          }),
        ),
      }),
    )
    .describe('benign readings that were tested'),
  harvest: harvest.describe('what was taken if it was a harvest'),
});

/** `data/operators.json`: accounts that the analysis finds tied, and what speaks for and against it. */
export const operatorsShape = z.strictObject({
  note: z.literal(CALIBRATION_NOTE),
  operators: z.array(operator),
});

export const operatorsFiles: FilesOf = async (published) => [
  jsonFile(
    'data/operators.json',
    operatorsShape,
    (): Told<z.infer<typeof operatorsShape>> => ({
      note: CALIBRATION_NOTE,
      operators: readOperators(published.open.db)
        .map(({ id }) => id)
        .sort(byOperator)
        .map((id) => told(published, id)),
    }),
  ),
];

function told({ open: { db } }: Published, id: string): Told<z.infer<typeof operator>> {
  const { operator: found, members } = readOperator(db, id);
  const { bases: _, ...taken } = found.harvest;
  return {
    id,
    score: found.score,
    likelihood: found.likelihood,
    requests: found.requests,
    members,
    findings: FINDINGS.map((question) => ({ question, ...toldFinding(found.findings[question]) })),
    evidence: found.evidence,
    links: linksOf(db, id),
    density: found.density,
    stability: found.stability,
    withoutKind: found.withoutKind,
    weakestBridge: found.weakestBridge,
    signals: found.signals,
    alternatives: found.alternatives.map(({ title, holding, testable, predictions, ...one }) => ({
      id: one.id,
      title,
      holding,
      testable,
      predictions,
    })),
    harvest: taken,
  };
}

function linksOf(db: Database, operator: string) {
  const body = db.prepare('SELECT body FROM analysis_ties WHERE operator = ?').pluck().get(operator);
  if (body === undefined) return null;
  const { bits, total } = JSON.parse(body as string) as OperatorTies;
  return { listed: bits.length, total };
}

function toldFinding({ likelihood: likely, confidence: sure, reasons }: Finding) {
  return { likelihood: likely, confidence: sure, reasons };
}
