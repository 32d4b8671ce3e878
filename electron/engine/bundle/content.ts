import type { AccountRow } from '../../../shared/contract/accounts.ts';
import type { Annotation } from '../../../shared/contract/annotations.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import type { Source } from '../../../shared/contract/imports.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import type { StoredEntry } from '../custody/chain.ts';

/** Everything a bundle is made from. The same content gives the same bytes. */
export interface BundleContent {
  readonly app: { readonly name: string; readonly version: string };
  /** Wall times in the report are in the zone of the case. */
  readonly case: Pick<CaseInfo, 'id' | 'name' | 'reference' | 'handling' | 'timeZone' | 'createdUs'>;
  readonly exportedUs: number;
  readonly dataSet: DataSet;
  readonly sources: readonly Source[];
  /** Oldest first. */
  readonly annotations: readonly Annotation[];
  /** Every entry, ascending from seq 1. Walked once. */
  readonly custody: Iterable<StoredEntry>;
  /** The annotated accounts, in the order the report lists them. */
  readonly accounts: readonly BundleAccount[];
  /** The cited requests in a fixed order; called several times and must yield the same each time. */
  citedRequests(): Iterable<CitedRequest>;
  /** Sentences on what was left out. */
  readonly omitted: readonly string[];
}

export interface DataSet {
  /** SHA-256 hex over the sorted published sources, their mappings and how much of each is stored. */
  readonly hash: string;
  /** First and last valid request time; null when no request has one. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  readonly accounts: number;
  readonly requests: number;
  readonly requestsWithoutTime: number;
}

/** An annotated account: its row of the account table, without what is only drawn there, and its activity. */
export interface BundleAccount extends Omit<AccountRow, 'id' | 'spark' | 'tags' | 'comments'> {
  readonly activity: Activity;
}

export interface CitedRequest {
  /** `request:<sha-256 of the source>/<row>` */
  readonly reference: string;
  readonly account: string;
  readonly sourceSha256: string;
  /** Data record of the source, from 1. */
  readonly row: number;
  readonly timeUs: number | null;
  /** Normalised values under their canonical names (REQUEST_FIELDS). */
  readonly fields: Readonly<Record<string, string | number | null>>;
  /** The source's own text where it differs from the normalised value. */
  readonly raw: Readonly<Record<string, string>>;
  /** Columns of the source that no canonical field takes. */
  readonly extra: Readonly<Record<string, string>>;
  /** Ids of the annotations that cite it. */
  readonly citedBy: readonly string[];
}
