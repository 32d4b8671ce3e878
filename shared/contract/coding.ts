import { z } from 'zod';
import { CODES } from '../records/coding.ts';
import { nothing, read, write } from './define.ts';

export { CODES };
export type Code = (typeof CODES)[number];

const sample = z.uuid();

export const LEAST_SAMPLE = 2;
export const MOST_SAMPLE = 1000;

/** How far somebody is with a sample. */
export interface CodingProgress {
  readonly coder: string;
  readonly coded: number;
  /** Drew the sample, so knew which operator it is about: no blind coder. */
  readonly drew: boolean;
}

export interface SampleRow {
  readonly id: string;
  readonly question: string;
  readonly drawnBy: string;
  readonly drawnUs: number;
  /** Accounts in it. */
  readonly total: number;
  /** By name of the coder; who has coded nothing is not named. */
  readonly progress: readonly CodingProgress[];
  /** How many the person at work has coded. */
  readonly coded: number;
  /** The person at work drew it, so is no blind coder of it. */
  readonly drew: boolean;
  /** The operator that it is about; null to whoever may not see the result yet. */
  readonly operator: string | null;
}

/** An account to code, with nothing of what the analysis makes of it. */
export interface AccountToCode {
  readonly account: string;
  /** What the person at work coded; null for not yet. */
  readonly code: Code | null;
  readonly note: string;
}

export interface CodingSheet {
  readonly question: string;
  /** In the order of the sample, which tells nothing of the stratum. */
  readonly accounts: readonly AccountToCode[];
  /** The first without a code; null where all have one. */
  readonly next: string | null;
}

/** A share of accounts coded 'together' among those decided, with Wilson's 95 % interval (Wilson 1927). */
export interface CodedShare {
  readonly together: number;
  readonly apart: number;
  /** Counted here and nowhere else: in no share and no agreement. */
  readonly cannotTell: number;
  /** together / (together + apart); null where none was decided. */
  readonly share: number | null;
  /** null where none was decided. It takes the stratum for unlimited, so it is too wide where most of it was drawn. */
  readonly interval: readonly [number, number] | null;
}

/** How far two codings of the same accounts agree beyond chance. */
export interface Agreement {
  /** Accounts that both decided, and those left out since one of them could not tell. */
  readonly decided: number;
  readonly leftOut: number;
  /** Counts [first's][second's], each 'together' then 'apart'. */
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  /** Share of the decided in which both say the same; null where none are. */
  readonly observed: number | null;
  /** Cohen's kappa (Cohen 1960), -1 to 1; null where both always say one and the same thing, or none is decided. */
  readonly kappa: number | null;
  /** Large-sample standard error (Fleiss, Cohen and Everitt 1969), and kappa ± 1.96 of it within [-1, 1]. */
  readonly standardError: number | null;
  /** null too where the standard error is 0, as in full agreement: it tells nothing then. */
  readonly interval: readonly [number, number] | null;
}

/** What somebody made of the sample who coded all of it. */
export interface CoderResult {
  readonly coder: string;
  readonly drew: boolean;
  /** Codes given or changed when the coder could see the result. */
  readonly afterResult: number;
  /** Of the operator's accounts: the precision of the operator, as this coder sees it. */
  readonly operator: CodedShare;
  /** Of the accounts beside it: this coder's false alarms, or accounts that the analysis missed. */
  readonly cohort: CodedShare;
  /** With the operator's membership when the sample was drawn. It is of this sample, half and half, not of the case. */
  readonly withComputed: Agreement;
}

export interface CodingResult {
  readonly operator: string;
  readonly seed: number;
  /** Accounts that each stratum was drawn from, and drawn. */
  readonly frame: { readonly operator: number; readonly cohort: number };
  readonly drawn: { readonly operator: number; readonly cohort: number };
  /** Those who coded all, by name. */
  readonly coders: readonly CoderResult[];
  /** Each two of them. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly agreement: Agreement }[];
}

/** By time drawn. */
export const listSamples = read('coding.list', nothing).returns<readonly SampleRow[]>();

/**
 * Draws accounts by chance, without replacement: half (rounded up) of the operator, half of the other accounts under
 * examination in the cohorts that its accounts are compared with; all of a half that has fewer. The question is shown
 * to coders, so it must not name the operator. Can be undone. NOT_FOUND when the last analysis has no such operator,
 * BAD_ARGS where nobody is beside it.
 */
export const drawSample = write(
  'coding.draw',
  z.strictObject({
    operator: z.string().min(1).max(100),
    size: z.int().min(LEAST_SAMPLE).max(MOST_SAMPLE),
    seed: z.int().min(0).max(0xffff_ffff),
    question: z.string().trim().min(1).max(2000),
  }),
).returns<{
  readonly id: string;
  readonly frame: CodingResult['frame'];
  readonly drawn: CodingResult['drawn'];
}>();

/** What the person at work is to code. It holds no stratum, operator, score or signal. NOT_FOUND for no such sample. */
export const nextToCode = read('coding.next', z.strictObject({ sample })).returns<CodingSheet>();

/** Codes an account as the person at work, or changes the code. Can be undone. NOT_FOUND for none of the sample. */
export const codeAccount = write(
  'coding.code',
  z.strictObject({
    sample,
    account: z.string().min(1).max(1000),
    code: z.enum(CODES),
    note: z.string().trim().max(5000),
  }),
).returns<null>();

/**
 * Progress, and beside it the result for those who may see it: whoever has coded all accounts; and who drew the sample,
 * as long as they code nothing themselves and somebody else has coded all. null to all others. NOT_FOUND
 */
export const codingResult = read('coding.result', z.strictObject({ sample })).returns<{
  readonly total: number;
  readonly coded: number;
  readonly progress: readonly CodingProgress[];
  readonly result: CodingResult | null;
}>();
