import { useMemo } from 'react';
import { commitRange, useFilterRange } from '../../store/views.ts';
import { LanesPanel } from './LanesPanel.tsx';

const MOST_ROWS = 12;

/** The accounts of an operator as lanes, on its page. A committed range is the time of the filter, as everywhere. */
export function OperatorLanes({ id }: { id: string }) {
  const committed = useFilterRange();
  const of = useMemo(() => ({ operator: id }), [id]);
  return <LanesPanel key={id} of={of} mostRows={MOST_ROWS} committed={committed} onCommit={commitRange} />;
}
