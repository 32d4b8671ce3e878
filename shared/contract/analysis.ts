import { z } from 'zod';
import type { HarvestBases } from '../harvest-estimate.ts';
import { job, nothing, read, write } from './define.ts';

/** Estimative words of ICD-203, from least to most likely. Confidence is said apart, never in the same sentence. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even',
  'likely',
  'very likely',
  'almost certain',
] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What kind of evidence a signal or an item of a link is; within one family evidence is not independent. */
export const EVIDENCE_FAMILIES = [
  'content',
  'pacing',
  'fingerprint',
  'timeline',
  'identity',
  'coordination',
] as const;
export type EvidenceFamily = (typeof EVIDENCE_FAMILIES)[number];

export const SIGNAL_IDS = [
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
  'S18',
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/** One signal of one account or operator. */
export interface SignalValue {
  readonly id: SignalId;
  readonly value: number;
  /** How many requests, or whatever the signal counts, stand behind the value. */
  readonly n: number;
  /** Which accounts it was compared with, in words. */
  readonly cohort: string;
  /** Place among the cohort, 0 to 100; null where there is none to compare with. */
  readonly percentile: number | null;
  /** Evidence in bits that it adds: above 0 speaks for, below 0 against. */
  readonly bits: number;
  /** What was seen, in a sentence without a judgement. */
  readonly detail: string;
}

/** What a signal is, for tables, explanations and reports. */
export interface SignalInfo {
  readonly id: SignalId;
  readonly title: string;
  readonly family: EvidenceFamily;
  /** What it measures, in a sentence with its formula in words. */
  readonly measures: string;
  readonly unit: string;
  readonly direction: 'high' | 'low' | 'both';
  /** What innocent use shows the same. */
  readonly innocent: readonly string[];
  /** Why this case's data cannot carry it; null when they can. */
  readonly disabled: string | null;
}

/** What a score is made from besides the prior; see `campaignScore`. */
export interface ScoreBasis {
  /** Natural log-odds that the evidence adds. */
  readonly evidence: number;
  /** Probability that the accounts act together, 0 to 1; 1 for an account by itself. */
  readonly together: number;
  /** By how much the score is held down, 1 for not at all: it never rises above, whatever the prior. */
  readonly most: number;
}

export interface AccountScore {
  readonly account: string;
  /** Probability, on the synthetic benchmark, that the account takes part in an extraction campaign. */
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly operator: string | null;
  readonly requests: number;
  readonly signals: readonly SignalValue[];
  /** Absent from analyses made before it was kept. */
  readonly basis?: ScoreBasis;
}

export interface Finding {
  readonly likelihood: Likelihood;
  readonly confidence: Confidence;
  /** Sentences, strongest first. */
  readonly reasons: readonly string[];
}

/** Evidence that the accounts of an operator act together, summed over its links. */
export interface LinkEvidence {
  readonly kind: string;
  readonly family: EvidenceFamily;
  /** Of the median link that has it. */
  readonly bits: number;
  /** Accounts of the operator that share it with another. */
  readonly accounts: number;
  /** A shared value, or a description of it. */
  readonly example: string;
}

export interface Prediction {
  readonly text: string;
  /** null where the data cannot tell. */
  readonly holds: boolean | null;
  readonly detail: string;
}

/** A benign reading of an operator, with what it predicts and what of it holds. */
export interface Alternative {
  readonly id: string;
  readonly title: string;
  readonly predictions: readonly Prediction[];
  /** Predictions that hold, of those the data can tell. */
  readonly holding: number;
  readonly testable: number;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is counted for an estimate. */
export interface HarvestCounts {
  /** Answers to prompts not asked before; where prompts are not known, all answers. */
  readonly samples: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What an operator took, if it harvested. */
export interface Harvest {
  readonly requests: number;
  readonly sessions: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly templates: number;
  readonly slotValues: number;
  readonly reasoningAnswers: number;
  readonly toolTraces: number;
  /** Distinct answers that would serve as training samples. */
  readonly trainingSamples: Estimate;
  /** What it would have cost at list price, in micro-USD. */
  readonly costMicroUsd: Estimate;
  readonly assumptions: readonly string[];
  /** What the estimates are made from, beside the assumptions. */
  readonly bases: HarvestBases;
}

export interface WeakestBridge {
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  /** The operator falls in two without this link. */
  readonly splits: boolean;
}

export interface OperatorResult {
  /** 'O-3': kept over analyses as long as most members stay. */
  readonly id: string;
  readonly accounts: readonly string[];
  readonly requests: number;
  /** Probability, on the synthetic benchmark, that this is an extraction campaign. */
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly findings: {
    readonly together: Finding;
    readonly extraction: Finding;
    readonly access: Finding;
  };
  readonly evidence: readonly LinkEvidence[];
  readonly weakestBridge: WeakestBridge | null;
  /** Links present among those possible, 0 to 1. */
  readonly density: number;
  /** Share of pairs that stay together under other seeds and resolutions, 0 to 1. */
  readonly stability: number;
  /** Largest part that holds together when one kind of evidence is left out, as a share of the accounts. */
  readonly withoutKind: readonly { readonly kind: string; readonly share: number }[];
  readonly signals: readonly SignalValue[];
  readonly alternatives: readonly Alternative[];
  readonly harvest: Harvest;
  /** Absent from analyses made before it was kept. */
  readonly basis?: ScoreBasis;
}

/** What the list of operators says of one. */
export interface OperatorRow {
  readonly id: string;
  /** How many accounts. */
  readonly accounts: number;
  readonly requests: number;
  readonly score: number;
  readonly likelihood: Likelihood;
  /** The likelihoods of its findings. */
  readonly together: Likelihood;
  readonly extraction: Likelihood;
  readonly access: Likelihood;
  /** The strongest reason why the accounts were put together; empty where there is none. */
  readonly reason: string;
}

/** Parts of 5 percentile points each: the first lies below the 5th percentile, the last begins with the 95th. */
export const SPREAD_BINS = 20;

/** How the accounts of an operator lie in one signal, each among the cohort that it is compared with. */
export interface MemberSpread {
  readonly id: SignalId;
  readonly title: string;
  /** What was seen of the operator in that signal. */
  readonly detail: string;
  /** Accounts by their percentile, SPREAD_BINS of them; accounts without a place in a cohort are in none. */
  readonly bins: readonly number[];
}

/** An operator in the list of all. */
export interface ListedOperator extends OperatorRow {
  /**
   * In the signal that adds the operator most bits of those that its accounts carry by themselves; null where none of
   * these adds any.
   */
  readonly spread: MemberSpread | null;
}

export const OPERATOR_SORTS = ['score', 'accounts', 'requests'] as const;
export type OperatorSort = (typeof OPERATOR_SORTS)[number];

/** An account of an operator. */
export type OperatorMember = Omit<AccountScore, 'operator' | 'signals'>;

/** One bar of a link's waterfall. */
export interface LinkItem {
  readonly kind: string;
  readonly family: EvidenceFamily;
  readonly bits: number;
  readonly value: string;
  readonly accountsWithValue: number;
}

export interface Link {
  readonly a: string;
  readonly b: string;
  /** Prior and items together, in bits. */
  readonly bits: number;
  readonly priorBits: number;
  readonly items: readonly LinkItem[];
}

/** A stretch of a template: so many characters of wording (Unicode code points), or a slot. */
export type TemplatePart =
  | { readonly characters: number }
  /** From 1; 0 for a gap of a frame, which has no number. */
  | { readonly slot: number };

/** What fills one slot, measured on a sample of the template's texts. */
export interface TemplateSlot {
  /** 'number', 'id', 'url', 'email', 'path', 'quote', 'block', 'span', 'choice', 'word', 'phrase' or 'text'. */
  readonly type: string;
  /** Texts of the sample in which it was filled, and different fillings among them. */
  readonly texts: number;
  readonly distinct: number;
}

/** A prompt template that is part of an account's work, without its words. Counts are of all its requests. */
export interface TemplateRow {
  /** The same template has the same id in the next analysis. */
  readonly id: string;
  /**
   * Where it comes from: fixed words with slots between them; a frame, what its sentences begin and end with; or
   * hashes alone, where the data give no text.
   */
  readonly from: 'skeleton' | 'frame' | 'hash';
  /** The same words each time, nothing filled in. */
  readonly verbatim: boolean;
  /** What a template known by its hash is called; null for one that has words. */
  readonly name: string | null;
  /** Its wording in order, masked; empty for one known by its hash. */
  readonly shape: readonly TemplatePart[];
  /** One a slot; null where the fillings of the slot are not told apart. */
  readonly slots: readonly (TemplateSlot | null)[];
  readonly requests: number;
  readonly accounts: number;
  /** Accounts of which it is a regular part: twice at least, and in 2 % of their requests. */
  readonly regulars: number;
  /** Distinct customers among the accounts, as far as it is known who is one. */
  readonly customers: number;
  /** null where no request has a valid time. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** Distinct fillings of all slots together. */
  readonly fillings: number;
  /** Fillings over the requests whose prompt is known, 0 to 1; null where none is. */
  readonly fresh: number | null;
  /** Distinct fillings after 1/8, 2/8 ... 8/8 of its requests in order of time. */
  readonly growth: readonly number[];
  /** How much it speaks for a crowd of strangers, 0 to 1: rare in the case, and used by many customers. */
  readonly crowd: number;
}

/** An account that used a template. */
export interface TemplateAccount {
  readonly account: string;
  readonly requests: number;
  /** Its first request of the template; null without a valid time. */
  readonly firstUs: number | null;
  /** Fillings that it was the first of all accounts to ask about. */
  readonly askedFirst: number;
  /** The template is a regular part of its work. */
  readonly regular: boolean;
}

/** A template in a list; `own` is what the accounts asked for have of it, null when all were. */
export interface ListedTemplate extends TemplateRow {
  readonly own: {
    readonly accounts: number;
    readonly requests: number;
    readonly askedFirst: number;
  } | null;
}

/** The prior that scores and likelihoods of campaigns are shown at. */
export interface PriorInUse {
  /** Share of accounts, 0.0001 to 0.5. */
  readonly share: number;
  /** Who assumed it, and when; null where it is the one that the analysis was made with. */
  readonly assumed: { readonly author: string; readonly changedUs: number } | null;
  /** The analysis kept what it takes to show it at another prior; if not, it stands at its own, whatever is assumed. */
  readonly movable: boolean;
}

export interface AnalysisInfo {
  readonly atUs: number;
  readonly seed: number;
  /** What the analysis was made with; results are shown at `prior`. */
  readonly priorShare: number;
  readonly prior: PriorInUse;
  readonly version: string;
  /** SHA-256 of the published sources it was made from, and of the decisions on cohorts. */
  readonly inputHash: string;
  readonly seconds: number;
  readonly accounts: number;
  readonly links: number;
  readonly operators: number;
  /** Templates kept; null for an analysis made before they were kept. */
  readonly templates: number | null;
  /** Sources came or went since, or decisions on cohorts changed. */
  readonly stale: boolean;
  readonly signals: readonly SignalInfo[];
}

/** Said wherever an estimative word stands. */
export const CALIBRATION_NOTE = 'Calibrated on the synthetic benchmark, not in the field.';

export const runAnalysis = job(
  'analysis.run',
  z.strictObject({
    seed: z.int().min(0).max(0xffff_ffff),
    /** Share of accounts assumed to take part in a campaign before any evidence. */
    priorShare: z.number().min(0.0001).max(0.5),
  }),
).returns<AnalysisInfo>();
/** null before the first analysis. */
export const analysisInfo = read('analysis.info', nothing).returns<AnalysisInfo | null>();
/** Operators by descending score. */
export const listOperators = read('analysis.operators', nothing).returns<readonly OperatorRow[]>();
/**
 * Ids of all operators in order, ties by their first account, and how many accounts they have together: rows are asked
 * for by these ids, so that paging neither skips nor repeats one while scores move.
 */
export const orderOperators = read(
  'analysis.operatorOrder',
  z.strictObject({ sort: z.enum(OPERATOR_SORTS), descending: z.boolean() }),
).returns<{ readonly ids: readonly string[]; readonly accounts: number }>();

const operatorId = z.string().min(1).max(40);

/** The rows of operators in the order asked; those that the last analysis did not find are left out. */
export const operatorRows = read(
  'analysis.operatorRows',
  z.strictObject({ ids: z.array(operatorId).max(500) }),
).returns<readonly ListedOperator[]>();

/** Ids in the case of all accounts of operators, ascending; of accounts that are no longer in the case none. */
export const operatorAccounts = read(
  'analysis.operatorAccounts',
  z.strictObject({ ids: z.array(operatorId).max(50_000) }),
).returns<Uint32Array>();

/**
 * One operator, its accounts by descending score, and the links kept between them, strongest first: of a large
 * operator not all. NOT_FOUND when the last analysis found no such operator.
 */
export const getOperator = read('analysis.operator', z.strictObject({ id: operatorId })).returns<{
  readonly operator: OperatorResult;
  readonly members: readonly OperatorMember[];
  readonly links: readonly Link[];
}>();
/** One account's score, NOT_FOUND before an analysis or when it has none. */
export const accountScore = read(
  'analysis.account',
  z.strictObject({ account: z.string().min(1).max(1000) }),
).returns<{ readonly score: AccountScore; readonly links: readonly Link[] }>();

const template = z.string().min(1).max(60);

/**
 * Templates that tell the most first: by how much they speak for a crowd of strangers times requests, then by
 * requests. Of one account or operator, those it used most first. No wording is among the results.
 * NOT_FOUND when the last analysis found no such operator.
 */
export const listTemplates = read(
  'analysis.templates',
  z.strictObject({
    offset: z.int().min(0),
    limit: z.int().min(1).max(2000),
    of: z
      .union([
        z.strictObject({ account: z.string().min(1).max(1000) }),
        z.strictObject({ operator: z.string().min(1).max(40) }),
      ])
      .nullable(),
  }),
).returns<{ readonly total: number; readonly templates: readonly ListedTemplate[] }>();
/**
 * One template and the accounts kept of it, by how many fillings they asked first: all of which it is a regular part,
 * of the others the foremost 200. NOT_FOUND when the last analysis kept no such template.
 */
export const getTemplate = read('analysis.template', z.strictObject({ id: template })).returns<{
  readonly template: TemplateRow;
  readonly accounts: readonly TemplateAccount[];
}>();
/**
 * The wording of a template. The custody log records who saw which, never the wording; a case whose log cannot be
 * written shows none. NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export const revealTemplate = write('analysis.revealTemplate', z.strictObject({ id: template })).returns<{
  readonly text: string;
  readonly parts: readonly ({ readonly text: string } | { readonly slot: number })[];
}>();
