import { accountRows } from '../../../shared/contract/accounts.ts';
import { tagAccounts } from '../../../shared/contract/annotations.ts';
import { engine } from '../../engine.ts';
import { openDialog } from '../../store/dialogs.ts';
import { notesChanged } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { commitChip } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { openLanesOf } from '../lanes/lanes-store.ts';

/** As many rows as one call answers. */
const ROWS_A_CALL = 500;

/** Tags all of them as one act; it throws as the call does, so that the form can keep its text. */
export async function tagSelected(ids: readonly number[], text: string): Promise<void> {
  const tagged = await engine.call(tagAccounts, { ids: [...ids], text });
  const others = ids.length - tagged;
  const had = others > 0 ? `; ${formatCount(others)} had it already` : '';
  say(`${formatUnits(tagged, 'account')} tagged${had}. Undo takes the tag from all of them.`);
  await notesChanged();
}

/** Makes them the accounts of the filter. */
export async function filterToSelected(ids: readonly number[]): Promise<void> {
  commitChip({ field: 'account', values: await accountsOf(ids), negate: false });
}

export async function lanesOfSelected(ids: readonly number[]): Promise<void> {
  openLanesOf({ accounts: await accountsOf(ids) });
}

/** Asks what a person says of them: one and the same customer, or not. */
export async function tellIdentityOfSelected(ids: readonly number[]): Promise<void> {
  openDialog({ name: 'identity', accounts: await accountsOf(ids) });
}

async function accountsOf(ids: readonly number[]): Promise<string[]> {
  const accounts: string[] = [];
  for (let at = 0; at < ids.length; at += ROWS_A_CALL) {
    const rows = await engine.call(accountRows, { ids: ids.slice(at, at + ROWS_A_CALL) });
    accounts.push(...rows.map(({ account }) => account));
  }
  return accounts;
}
