import type { SignalInfo } from '../../../../shared/contract/analysis.ts';
import type { ContextEvent } from '../../../../shared/contract/records.ts';
import type { AccountTraits } from '../account-traits.ts';
import type { Cohorts } from '../cohorts.ts';
import type { Dataset } from '../dataset.ts';
import type { PromptDigests } from '../digest-prompts.ts';
import type { NamedList } from '../identifier-values.ts';
import type { Links } from '../links/link-accounts.ts';
import type { RowTopics } from '../topics/row-topics.ts';

/** All that a signal may look at. Accounts are indexes into `data.accounts`. */
export interface SignalContext {
  readonly data: Dataset;
  readonly digests: PromptDigests;
  readonly topics: RowTopics;
  readonly traits: readonly AccountTraits[];
  readonly cohorts: Cohorts;
  readonly events: readonly ContextEvent[];
  readonly lists: readonly NamedList[];
  readonly links: Links;
  /** Customer of each account, as far as it is known; see `customers`. */
  readonly customers: Uint32Array;
  /** Share of a benign reference that uses each template, by its index; absent without a reference. */
  readonly referenceTemplates?: Float64Array;
  /** Operator of each account, -1 for none; an operator has two accounts or more. */
  readonly operatorOf: Int32Array;
  /** Accounts of each operator, ascending. */
  readonly operators: readonly Uint32Array[];
  readonly seed: number;
}

/** A signal's values of all accounts. */
export interface AccountValues {
  /** NaN where fewer requests stand behind an account than the signal needs. */
  readonly values: Float64Array;
  /** Requests, or whatever the signal counts, behind each value. */
  readonly n: Uint32Array;
  /** What was seen of one account, a sentence without a judgement. */
  detail(account: number): string;
}

/** A signal of one operator as a whole. */
export interface OperatorValue {
  readonly value: number;
  readonly n: number;
  /** Evidence in bits against the signal's null, at most 8; 0 where nothing speaks for it. */
  readonly bits: number;
  readonly detail: string;
}

/**
 * A test of one operator as a whole. Many operators are tested and some stand out by chance, so its bits are given
 * where all of them are seen.
 */
export interface OperatorTest {
  readonly value: number;
  readonly n: number;
  /** Of the signal's null, in [0, 1]; 1 where what was seen is not what the signal tells; NaN where nothing was tested. */
  readonly p: number;
  readonly detail: string;
}

/** A registry entry: its column, explanation, report text and documentation all come from here. */
export interface Signal extends Omit<SignalInfo, 'disabled'> {
  /** Why the data cannot carry it, a sentence; null when they can. */
  disabled(context: SignalContext): string | null;
  /** For signals of single accounts; they are placed among their cohort elsewhere. */
  accounts?(context: SignalContext): AccountValues;
  /** For signals that need several accounts together; undefined where this operator gives too little. */
  operator?(context: SignalContext, members: Uint32Array): OperatorValue | undefined;
  /** In the place of `operator`, for signals that test each operator against chance. */
  test?(context: SignalContext, members: Uint32Array): OperatorTest | undefined;
}
