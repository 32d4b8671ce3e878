import type { Group } from '../../../shared/contract/groups.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** What a person says by a group, without the names of its operators. */
export function claimWords({ of, how, accounts }: Pick<Group, 'of' | 'how' | 'accounts'>): string {
  const who = formatUnits(accounts.length, 'account');
  if (of === 'identity')
    return how === 'merge' ? `${who}, one and the same customer` : `${who}, different customers`;
  return how === 'merge' ? `${who}, acting together` : `${who}, not acting with the rest`;
}

/** How it came about, so that nobody takes it for a result; the name of who did it stands between the two. */
export function madeWords({ how }: Pick<Group, 'how'>): readonly [string, string] {
  return [how === 'merge' ? 'put together by' : 'kept apart by', 'not computed'];
}

/** Groups that name an operator or some of its accounts. */
export function groupsOf(
  groups: readonly Group[],
  operator: string,
  accounts: readonly string[],
): readonly Group[] {
  const own = new Set(accounts);
  return groups.filter(
    (group) =>
      group.from.some((one) => one.operator === operator) ||
      group.accounts.some((account) => own.has(account)),
  );
}

/** Accounts that an analysis since then put elsewhere; null is no operator. */
export interface Change {
  readonly accounts: number;
  readonly was: string | null;
  readonly now: string | null;
}

/** Accounts that stand elsewhere now, counted by where they stood and stand; most first. */
export function movedBetween({ moved }: Pick<Group, 'moved'>): readonly Change[] {
  const counts = new Map<string, Change>();
  for (const { was, now } of moved) {
    const key = JSON.stringify([was, now]);
    counts.set(key, { was, now, accounts: (counts.get(key)?.accounts ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.accounts - one.accounts);
}

/** `O-2`, or in words where it is no operator. */
export function placeWords(operator: string | null): string {
  return operator ?? 'no operator';
}

/** How many accounts operators that it was made from have now and it does not, by operator; most first. */
export function joinedSince({
  joined,
}: Pick<Group, 'joined'>): readonly { readonly operator: string; readonly accounts: number }[] {
  const counts = new Map<string, number>();
  for (const { operator } of joined) counts.set(operator, (counts.get(operator) ?? 0) + 1);
  return [...counts]
    .map(([operator, accounts]) => ({ operator, accounts }))
    .sort((one, other) => other.accounts - one.accounts);
}

/** `2 groups made by people, not computed`. */
export function groupCountWords(groups: readonly unknown[]): string {
  return `${formatUnits(groups.length, 'group')} made by people, not computed`;
}

/** Ids typed one a line; empty lines and repetitions left out. */
export function typedAccounts(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
}

/** Those whose id contains what was typed, whatever its case. */
export function matching<T>(all: readonly T[], idOf: (one: T) => string, search: string): readonly T[] {
  const wanted = search.trim().toLowerCase();
  return wanted === '' ? all : all.filter((one) => idOf(one).toLowerCase().includes(wanted));
}

/** What will be said of a merge as far as it is filled in; null while there is nothing to merge. */
export function mergeWords(operators: number, accounts: number): string | null {
  if (operators + accounts < 2) return null;
  const parts = [
    operators > 0 && formatUnits(operators, 'operator'),
    accounts > 0 && `${formatCount(accounts)} further ${accounts === 1 ? 'account' : 'accounts'}`,
  ].filter((part) => part !== false);
  return parts.join(' and ');
}
