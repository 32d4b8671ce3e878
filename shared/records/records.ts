import { z } from 'zod';
import { cohortRule } from '../contract/cohorts.ts';
import { viewToSave } from '../contract/saved-views.ts';
import { annotationRecord } from './annotation.ts';
import { codeRecord, sampleRecord } from './coding.ts';
import { exhibitRecord, findingRecord, pictureRecord, verdictRecord } from './finding.ts';
import { groupRecord } from './group.ts';
import { evidenceRecord, hypothesisRecord, ratingRecord } from './hypothesis.ts';
import { conflictRecord, mergedCopyRecord } from './merging.ts';

const estimate = z.strictObject({ low: z.number(), value: z.number(), high: z.number() });

/**
 * Everything that people write into a case is a record: a kind, an id that means the same in every copy of the case,
 * and a body of its kind's form. Undo, the history, the custody log and the merging of two copies know records alone,
 * so a new kind gets all of them by its line here.
 */
export const RECORDS = {
  /** What the case is called and how it is handled; by name of the property. */
  property: z.strictObject({ value: z.string() }),
  /** Who works on the case, in what role; by name. */
  person: z.strictObject({ role: z.string().max(500) }),
  annotation: annotationRecord,
  /** What a tag means, and one of the eight colours of the categorical palette; by name of the tag. */
  tag: z.strictObject({ colour: z.int().min(0).max(7), meaning: z.string().max(2000) }),
  finding: findingRecord,
  exhibit: exhibitRecord,
  picture: pictureRecord,
  verdict: verdictRecord,
  hypothesis: hypothesisRecord,
  evidence: evidenceRecord,
  rating: ratingRecord,
  group: groupRecord,
  sample: sampleRecord,
  code: codeRecord,
  /** Which findings a review walks through, in order; its id is 'review'. */
  review: z.strictObject({ findings: z.array(z.string()).max(1000) }),
  conflict: conflictRecord,
  mergedCopy: mergedCopyRecord,
  /** What is assumed in place of a default; by name of the assumption. */
  assumption: z.strictObject({
    value: z.union([z.number(), z.boolean(), estimate]),
    author: z.string(),
    changedUs: z.int(),
  }),
  /** What makes cohorts, in place of the default; its id is 'rule'. */
  cohortRule,
  /** The cohort that a person moved an account to; by account. */
  cohortMove: z.strictObject({ cohort: z.string() }),
  /** An account that does not shape its cohort's bands; by account. */
  cohortLeftOut: z.strictObject({}),
  /** A source of benign reference; by its SHA-256, so that one imported again is what it was. */
  referenceSource: z.strictObject({}),
  /** Where a person put a node of the graph of linked accounts: offset from its operator's middle; by node. */
  graphPlace: z.strictObject({ x: z.number(), y: z.number() }),
  savedView: z.strictObject({ ...viewToSave.shape, author: z.string(), createdUs: z.int() }),
} as const;

export type RecordKind = keyof typeof RECORDS;
export type RecordBody<Kind extends RecordKind> = z.infer<(typeof RECORDS)[Kind]>;

/** Kinds whose fields two people may change apart from each other; of all others a change is of the whole. */
export const MERGED_BY_FIELD: ReadonlySet<string> = new Set<RecordKind>([
  'finding',
  'hypothesis',
  'evidence',
]);
