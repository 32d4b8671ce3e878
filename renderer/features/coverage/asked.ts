import type { CoverageOf } from '../../../shared/contract/coverage.ts';
import type { Filter } from '../../../shared/contract/filters.ts';

/** What the pictures of coverage are asked for. */
export interface AskedCoverage {
  readonly of: CoverageOf;
  /** The filter in force. */
  readonly filter: Filter | undefined;
  /** Accounts that do not match it are shown too. */
  readonly outside: boolean;
}
