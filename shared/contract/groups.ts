import { z } from 'zod';
import { type groupRecord, MOST_GROUPED } from '../records/group.ts';
import type { OperatorRow } from './analysis.ts';
import { nothing, read, write } from './define.ts';

/** What a person put together or keeps apart, beside what the last analysis finds of its accounts now. */
export interface Group extends Omit<Readonly<z.infer<typeof groupRecord>>, 'from' | 'stood'> {
  readonly id: string;
  /** Operators that it was made from, and how many accounts the last analysis has in each; null where it has none such. */
  readonly from: readonly { readonly operator: string; readonly accounts: number | null }[];
  /** Accounts that stand in another operator, or in none, than when the group was made; null for none. */
  readonly moved: readonly {
    readonly account: string;
    readonly was: string | null;
    readonly now: string | null;
  }[];
  /** Of a merge: accounts that the operators it was made from have now, and it does not. */
  readonly joined: readonly { readonly account: string; readonly operator: string }[];
  /** Its accounts that the case no longer holds. */
  readonly missing: readonly string[];
  /** Other groups of the same kind that name some of its accounts, so that people may contradict each other. */
  readonly overlaps: readonly string[];
}

export interface OperatorsAndGroups {
  /** As the last analysis has them, by descending score; no group changes them. */
  readonly operators: readonly OperatorRow[];
  /** By time made. Before the first analysis none of their accounts has moved or joined. */
  readonly groups: readonly Group[];
}

const account = z.string().min(1).max(1000);
const operator = z.string().min(1).max(100);
const words = { title: z.string().trim().min(1).max(500), reason: z.string().trim().min(1).max(10_000) };
const accounts = z.array(account).max(MOST_GROUPED);

export const listGroups = read('groups.list', nothing).returns<OperatorsAndGroups>();

/**
 * Says that operators and accounts act together, or that accounts are one and the same customer. Returns the group's
 * id. Can be undone. NOT_FOUND for an operator that the last analysis has not, or an account that the case has not;
 * BAD_ARGS for fewer than two things to merge, accounts that are all of the one operator already, or too many.
 */
export const mergeGroup = write(
  'groups.merge',
  z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('operator'),
      operators: z.array(operator).max(1000),
      accounts,
      ...words,
    }),
    z.strictObject({ of: z.literal('identity'), accounts: accounts.min(2), ...words }),
  ]),
).returns<string>();

/**
 * Says that accounts of an operator do not act with the rest of it, or that accounts which look like one customer are
 * not. Returns the group's id. Can be undone. NOT_FOUND as above; BAD_ARGS for accounts that are not of the operator,
 * or are all of it.
 */
export const splitGroup = write(
  'groups.split',
  z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('operator'), operator, accounts: accounts.min(1), ...words }),
    z.strictObject({ of: z.literal('identity'), accounts: accounts.min(2), ...words }),
  ]),
).returns<string>();

/** Takes a group away; its accounts stay what they are. Can be undone. NOT_FOUND for one that is not there. */
export const dissolveGroup = write('groups.dissolve', z.strictObject({ id: z.uuid() })).returns<null>();
