import { z } from 'zod';
import type { TemplateRow } from './analysis.ts';
import { read } from './define.ts';
import { filter, REQUEST_FIELDS } from './filters.ts';

/** Values of a field that have a band of their own; all others share one. */
export const MOST_BANDS = 12;
/** Steps of time in one answer. */
export const MOST_BAND_STEPS = 2000;
/** More sessions than this in the steps asked for are counted only, not listed. */
export const MOST_SESSION_BARS = 2000;

const account = z.string().min(1).max(1000);

/** Where steps begin and the last one ends, as quarter hours since 1970 UTC (see BIN_US), each later than the one before. */
const edges = z
  .array(z.int())
  .min(2)
  .max(MOST_BAND_STEPS + 1)
  .refine((all) => all.every((edge, at) => at === 0 || edge > all[at - 1]), 'edges must ascend');

/** What a template is, without a word of it. */
export type TemplateForm = Pick<TemplateRow, 'from' | 'verbatim' | 'name' | 'shape'>;

/**
 * One row: a value, the values beyond the foremost together, or the requests that have none. Of templates also the
 * requests that follow one which was not kept, and those that came after the analysis.
 */
export interface Band {
  readonly kind: 'value' | 'others' | 'unkept' | 'none' | 'unseen';
  /** null for all but a value. */
  readonly value: string | null;
  /** How many values it stands for: 1 for a value, 0 where there is none or it is not known. */
  readonly values: number;
  /** Over all time, without a valid time too. */
  readonly requests: number;
  /** Of a template. */
  readonly form?: TemplateForm;
}

export interface Bands {
  /** The values with the most requests first, then by their text; then the others, and the kinds without a value. */
  readonly bands: readonly Band[];
  /** Of band b in step s: counts[b * steps + s], steps being one fewer than the edges asked with. */
  readonly counts: Float64Array;
  /** Distinct stated values. */
  readonly values: number;
  /** Requests counted, over all time, and those among them without a valid time, which are in no step. */
  readonly requests: number;
  readonly untimed: number;
  /** All of the account, whatever the filter. */
  readonly ofRequests: number;
  /** Whether any request of the case states the field. */
  readonly imported: boolean;
}

/**
 * What an account's requests state of a field, over time. Of the filter all but its range and its chips on the same
 * field are asked, as in the facets: so the bands stay while one of them is chosen. NOT_FOUND for an unknown account.
 */
export const getBands = read(
  'bands.values',
  z.strictObject({ account, field: z.enum(REQUEST_FIELDS), edges, filter: filter.optional() }),
).returns<Bands>();

/** Bands of what the last analysis said of single requests. */
export interface AnalysedBands extends Bands {
  /** none: never analysed; older: by a version that did not keep which request follows which template. */
  readonly analysis: 'none' | 'older' | 'kept';
  /** Single requests that are in no band because no analysis has seen them, or that have a band of their own. */
  readonly unseen: number;
}

/** Requests of an account by the template that they follow. */
export interface TemplateBands extends AnalysedBands {
  /** Requests of the account that come as counts, or stand for a conversation: they follow no template. */
  readonly counted: number;
}

/**
 * The single requests of an account by template, the value being the template's id, over time. Of the filter all but
 * its range and its template chips are asked. NOT_FOUND for an unknown account.
 */
export const getTemplateBands = read(
  'bands.templates',
  z.strictObject({ account, edges, filter: filter.optional() }),
).returns<TemplateBands>();

/** Requests of a template by account. */
export interface TemplateUse extends AnalysedBands {
  /** Requests of accounts of the benign reference that follow it too; they are in no band. */
  readonly reference: number;
}

/**
 * The requests of a template over time, by the accounts under examination with the most of them, the value being the
 * account. Whatever the filter. NOT_FOUND when the last analysis kept no such template.
 */
export const getTemplateUse = read(
  'bands.templateUse',
  z.strictObject({ id: z.string().min(1).max(60), edges }),
).returns<TemplateUse>();

/** Sessions of an account that touch the steps; a session goes from its first request with a time to its last. */
export interface Sessions {
  /** All sessions with a valid time, and the requests with a time that name one, of all single requests with a time. */
  readonly sessions: number;
  readonly requests: number;
  readonly ofRequests: number;
  /** Per step: sessions under way, and those of them that began in it. */
  readonly underWay: Float64Array;
  readonly begun: Float64Array;
  /** Those that touch the steps, by first request, then by last; null for more than MOST_SESSION_BARS. Columns of one length. */
  readonly bars: {
    readonly fromUs: Float64Array;
    readonly toUs: Float64Array;
    readonly requests: Float64Array;
  } | null;
}

/**
 * Sessions of an account, whatever the filter, read from its own single requests: rows that count a time or stand for
 * a conversation are left out. The same id in several sources is one session. NOT_FOUND for an unknown account.
 */
export const getSessions = read('bands.sessions', z.strictObject({ account, edges })).returns<Sessions>();
