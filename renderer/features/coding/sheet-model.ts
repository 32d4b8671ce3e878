import type { AccountToCode } from '../../../shared/contract/coding.ts';
import { REQUEST_FIELDS } from '../../../shared/contract/imports.ts';
import type { LaneActivity } from '../../../shared/contract/lanes.ts';
import type { AccountRecord, CarriedIdentifier } from '../../../shared/contract/records.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import type { Range } from '../../store/view-history.ts';

/** The nearest account without a code after or before one, going round at the ends; null where no other is left. */
export function uncodedFrom(accounts: readonly AccountToCode[], account: string, by: 1 | -1): string | null {
  const at = accounts.findIndex((one) => one.account === account);
  const count = accounts.length;
  for (let step = 1; step < count; step++) {
    const other = accounts[(at + by * step + count * step) % count];
    if (other.code === null && other.account !== account) return other.account;
  }
  return null;
}

export function countCoded(accounts: readonly AccountToCode[]): number {
  return accounts.filter(({ code }) => code !== null).length;
}

/**
 * Records without what may tell how somebody decided about the account: its status with the history of it, and columns
 * that have no meaning of their own here, of which nobody can say what they hold.
 */
export function withoutLabels(records: readonly AccountRecord[]): readonly AccountRecord[] {
  return records.map((record) => {
    const { statusChanged: _, ...unread } = record.unread;
    return { ...record, status: null, statusChangedUs: null, unread, extra: {} };
  });
}

/** What `withoutLabels` leaves out, in a sentence; null for nothing. */
export function leftOutWords(records: readonly AccountRecord[]): string | null {
  const columns = new Set(records.flatMap(({ extra }) => Object.keys(extra))).size;
  const parts = [
    records.some(({ status }) => status !== null) && 'the status of the account with its history',
    columns > 0 && (columns === 1 ? 'one further column' : `${columns} further columns`),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return `Left out of the tables: ${parts.join(', and ')}, since that may tell what somebody decided.`;
}

const KNOWN = new Set<string>(REQUEST_FIELDS);

/** Fields of a request that have a known meaning, each once: others, which stand behind them, may be labels. */
export function knownFields<Field extends { readonly name: string }>(
  fields: readonly Field[],
): readonly Field[] {
  const names = fields.map(({ name }) => name);
  return fields.filter(({ name }, at) => {
    if (at === 0 || at === fields.length - 1) return true;
    return KNOWN.has(name.replace(/ as in the file$/, '')) && names.indexOf(name) === at;
  });
}

/** Identifiers that two accounts both carry, in the order of the first's. */
export function sharedIdentifiers(
  one: readonly CarriedIdentifier[],
  other: readonly CarriedIdentifier[],
): readonly CarriedIdentifier[] {
  const carried = new Set(other.map(({ kind, value }) => `${kind} ${value}`));
  return one.filter(({ kind, value }) => carried.has(`${kind} ${value}`));
}

/** Requests of each account in equal steps over a range; an account's own in each. */
export function activitySteps(activity: LaneActivity, { fromUs, toUs }: Range, steps: number): Uint32Array[] {
  const { from, bin, requests } = activity;
  return Array.from({ length: from.length - 1 }, (_, account) => {
    const counts = new Uint32Array(steps);
    for (let at = from[account]; at < from[account + 1]; at++) {
      const step = Math.floor(((bin[at] * BIN_US + BIN_US / 2 - fromUs) / (toUs - fromUs)) * steps);
      counts[Math.min(steps - 1, Math.max(0, step))] += requests[at];
    }
    return counts;
  });
}
