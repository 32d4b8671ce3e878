import type { ZodType } from 'zod';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import {
  EXHIBIT_ARGS,
  EXHIBIT_TITLES,
  type ExhibitArgs,
  type ExhibitCell,
  type ExhibitFigure,
  type ExhibitQueryName,
} from '../../../shared/contract/exhibits.ts';
import type { Case } from '../case/case.ts';
import type { Job } from '../jobs/job.ts';
import type { RequestsBehind } from './requests-behind.ts';

/** What a query answers. The same case gives the same, byte for byte as canonical JSON. */
export interface ExhibitAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExhibitCell[])[];
  /** At most 100, each read off the rows. */
  readonly figures: readonly ExhibitFigure[];
  readonly behind: RequestsBehind;
}

/** What an exhibit can ask of a case, answered by what the views are answered by. */
export interface ExhibitQuery {
  readonly name: ExhibitQueryName;
  readonly title: string;
  readonly args: ZodType;
  /** Counted up with every change of what it answers. */
  readonly version: number;
  /** Of the chance that it works with; null where there is none, or where it is that of the analysis. */
  readonly seed: number | null;
  /** It reads what the last analysis found. */
  readonly ofAnalysis: boolean;
  run(open: Case, args: unknown, job: Job): Promise<ExhibitAnswer>;
}

interface Defined<Name extends ExhibitQueryName> {
  readonly version: number;
  readonly seed?: number;
  readonly ofAnalysis?: boolean;
  readonly run: (open: Case, args: ExhibitArgs<Name>, job: Job) => ExhibitAnswer | Promise<ExhibitAnswer>;
}

export function defineQuery<Name extends ExhibitQueryName>(
  name: Name,
  { version, seed, ofAnalysis = false, run }: Defined<Name>,
): ExhibitQuery {
  const args: ZodType = EXHIBIT_ARGS[name];
  return {
    name,
    title: EXHIBIT_TITLES[name],
    args,
    version,
    seed: seed ?? null,
    ofAnalysis,
    run: async (open, given, job) => {
      const parsed = args.safeParse(given);
      if (parsed.success) return run(open, parsed.data as ExhibitArgs<Name>, job);
      throw new StillwatchError('BAD_ARGS', 'What this exhibit was asked with is not what its query takes.');
    },
  };
}

/** All requests of the accounts. */
export function allRequestsOf(accounts: readonly number[] | null): RequestsBehind {
  return { accounts, range: null, chips: [] };
}

export function figure(name: string, value: number | null): ExhibitFigure {
  return { name, value };
}
