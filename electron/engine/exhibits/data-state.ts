import { dataHash } from '../case/data-hash.ts';
import type { Database } from '../case/database.ts';
import { analysisVersion } from '../case/versions.ts';
import { findQuery } from './registry.ts';

/** What exhibits are worked out from, as it is at one moment: the same for all of them. */
export interface DataState {
  readonly dataHash: string;
  /** Changes with every analysis. */
  readonly analysis: string;
}

export function dataState(db: Database): DataState {
  return { dataHash: dataHash(db), analysis: analysisVersion(db) };
}

/** Whether an exhibit of this query would be worked out from the same in both states. */
export function isSameFor(query: string, one: DataState, other: DataState): boolean {
  if (one.dataHash !== other.dataHash) return false;
  return one.analysis === other.analysis || findQuery(query)?.ofAnalysis !== true;
}
