import { useMemo } from 'react';
import { LanesPanel } from '../lanes/LanesPanel.tsx';

const MOST_ROWS = 14;

/** Accounts as lanes on one axis, with how many were active beside chance. What is marked in it changes no filter. */
export function LiveSynchrony({ accounts }: { accounts: readonly string[] }) {
  const of = useMemo(() => ({ accounts: [...accounts] }), [accounts]);
  return <LanesPanel of={of} mostRows={MOST_ROWS} committed={null} onCommit={() => undefined} />;
}
