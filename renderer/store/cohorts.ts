import {
  type CohortRule,
  leaveOut as leaveOutCall,
  markReference,
  moveAccounts,
  setCohortRule,
} from '../../shared/contract/cohorts.ts';
import { engine } from '../engine.ts';
import { formatUnits } from '../ui/format.ts';
import { messageOf } from '../ui/message-of.ts';
import { dataChanged, notesChanged } from './session.ts';
import { say } from './status.ts';
import { goTo } from './views.ts';

/** Shows all cohorts, or one. */
export function openCohorts(cohort?: string): void {
  goTo({ name: 'cohorts', ...(cohort !== undefined && { cohort }) });
}

/** Each act below writes one command; true when it was written. A refusal is said in the status line. */
export function changeRule(rule: CohortRule): Promise<boolean> {
  return decide(
    () => engine.call(setCohortRule, { rule }),
    'The next analysis makes cohorts of these traits.',
  );
}

/** null places the accounts by their traits again. */
export function moveTo(accounts: readonly string[], cohort: string | null): Promise<boolean> {
  const who = formatUnits(accounts.length, 'account');
  return decide(
    () => engine.call(moveAccounts, { accounts: [...accounts], cohort }),
    `${who} moved. The next analysis compares ${accounts.length === 1 ? 'it' : 'them'} so.`,
  );
}

export function leaveOut(accounts: readonly string[], leftOut: boolean): Promise<boolean> {
  const who = formatUnits(accounts.length, 'account');
  return decide(
    () => engine.call(leaveOutCall, { accounts: [...accounts], leftOut }),
    `${who} ${leftOut ? 'left out of' : 'taken into'} comparisons, from the next analysis on.`,
  );
}

export function setReference(sha256: string, reference: boolean): Promise<boolean> {
  return decide(
    () => engine.call(markReference, { sha256, reference }),
    reference ? 'Marked as benign reference.' : 'No longer benign reference.',
  );
}

async function decide(write: () => Promise<unknown>, said: string): Promise<boolean> {
  try {
    await write();
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  say(said);
  // Which accounts are listed, and what is stale, may have changed with it.
  await Promise.all([notesChanged(), dataChanged()]);
  return true;
}
