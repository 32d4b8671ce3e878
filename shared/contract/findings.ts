import { z } from 'zod';
import { FINDING_STATUSES, findingRecord, type verdictRecord } from '../records/finding.ts';
import { job, nothing, read, write } from './define.ts';
import type { PinnedExhibit, Rerun } from './exhibits.ts';

export { FINDING_STATUSES };
export type FindingStatus = (typeof FINDING_STATUSES)[number];
export type FindingBody = Readonly<z.infer<typeof findingRecord>>;

const id = z.uuid();

const { shape } = findingRecord;
/** What people write of a finding; the claim is never empty. */
export const findingFields = z.strictObject({
  claim: shape.claim.trim().min(1),
  scope: shape.scope,
  likelihood: shape.likelihood,
  confidence: shape.confidence,
  confidenceReason: shape.confidenceReason,
  reasoning: shape.reasoning,
  changeMind: shape.changeMind,
  missing: shape.missing,
  speakerNotes: shape.speakerNotes,
});
export type FindingFields = z.infer<typeof findingFields>;

/** A finding in a list. */
export interface FindingRow
  extends Pick<
    FindingBody,
    | 'claim'
    | 'scope'
    | 'likelihood'
    | 'confidence'
    | 'status'
    | 'author'
    | 'createdUs'
    | 'changedBy'
    | 'changedUs'
  > {
  /** UUIDv7. */
  readonly id: string;
  readonly exhibits: number;
  /** Exhibits that the last working out in this session found moved, or that could not be worked out. */
  readonly drifted: number;
  /** Exhibits that were not worked out since the case was opened, or pinned. */
  readonly unchecked: number;
  /** Verdicts, and those of them given before the finding said what it says now. */
  readonly agrees: number;
  readonly dissents: number;
  readonly outdated: number;
}

export interface Verdict extends Readonly<z.infer<typeof verdictRecord>> {
  /** The finding, its exhibits or ratings changed since. */
  readonly changedSince: boolean;
}

export interface FindingDetail extends FindingBody {
  readonly id: string;
  /** References of its scope that lead nowhere in this case any more. */
  readonly gone: readonly string[];
  /** In their order. */
  readonly exhibits: readonly PinnedExhibit[];
  /** Oldest first. */
  readonly verdicts: readonly Verdict[];
}

/** All findings, oldest first. */
export const listFindings = read('findings.list', nothing).returns<readonly FindingRow[]>();

/** NOT_FOUND */
export const getFinding = read('findings.get', z.strictObject({ id })).returns<FindingDetail>();

/** A draft; fields that are left out are empty. BAD_ARGS for a scope that is no reference, NOT_FOUND for one to nothing */
export const createFinding = write(
  'findings.create',
  findingFields.partial().required({ claim: true }),
).returns<FindingDetail>();

/** Changes the fields given and leaves the others. As `createFinding`, and NOT_FOUND */
export const changeFinding = write(
  'findings.change',
  z.strictObject({ id, fields: findingFields.partial() }),
).returns<FindingDetail>();

export const setFindingStatus = write(
  'findings.status',
  z.strictObject({ id, status: z.enum(FINDING_STATUSES) }),
).returns<FindingDetail>();

/** Takes the finding away with its exhibits, hypotheses, evidence, ratings and verdicts, undone as one. NOT_FOUND */
export const removeFinding = write('findings.remove', z.strictObject({ id })).returns<null>();

/**
 * What the person at work says of a finding, in place of what they said before; null takes it back. BAD_ARGS for a
 * dissent without a reason, CONFLICT for a finding that was withdrawn
 */
export const giveVerdict = write(
  'findings.verdict',
  z.strictObject({
    id,
    verdict: z.enum(['agrees', 'dissents']).nullable(),
    reason: z.string().max(10_000),
  }),
).returns<FindingDetail>();

/** An exhibit that is not what it was. */
export interface MovedExhibit {
  /** UUIDv7 of exhibit and finding. */
  readonly exhibit: string;
  readonly finding: string;
  readonly title: string;
  readonly rerun: Rerun;
}

/** Exhibits that were worked out again, of the findings that have any of them. */
export interface RerunReport {
  readonly findings: number;
  readonly exhibits: number;
  readonly match: number;
  readonly drift: number;
  readonly cannot: number;
  /** Findings with an exhibit that drifted or cannot be worked out, in the order of the list. */
  readonly moved: readonly {
    readonly finding: string;
    readonly claim: string;
    readonly exhibits: readonly MovedExhibit[];
  }[];
}

/**
 * Works exhibits out again, of one finding or of all with null; with `changedOnly` those alone whose data or analysis
 * changed since they were last worked out. Cancelling keeps what was found. CONFLICT where data come or go meanwhile
 */
export const rerunFindings = job(
  'findings.rerun',
  z.strictObject({ finding: id.nullable(), changedOnly: z.boolean() }),
).returns<RerunReport>();

/** What is known of all exhibits: the last working out counts as long as data and analysis are those it was of. */
export interface KnownChecks extends RerunReport {
  /** Changes with the data and with every analysis. */
  readonly dataState: string;
  /** Exhibits of which nothing is known: `exhibits` are these and those that match, drifted or cannot be worked out. */
  readonly unknown: number;
  /** Of these, those whose data or analysis changed since they were last worked out or pinned. */
  readonly due: number;
}

/** Works nothing out. */
export const knownChecks = read('findings.checks', nothing).returns<KnownChecks>();
