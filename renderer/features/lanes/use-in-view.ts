import { useCallback, useEffect, useRef, useState } from 'react';
import { sameRange } from '../../draw/time-scale.ts';
import type { InView } from './use-lane-requests.ts';

const SETTLED_MS = 120;

/** What is in view, once it has come to rest: so that panning neither renders nor asks anything on its way. */
export function useInView(): readonly [InView | null, (view: InView) => void] {
  const [inView, setInView] = useState<InView | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const report = useCallback((view: InView) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setInView((old) => (old && same(old, view) ? old : view)), SETTLED_MS);
  }, []);
  return [inView, report];
}

function same(a: InView, b: InView): boolean {
  return (
    sameRange(a.range, b.range) &&
    a.widthPx === b.widthPx &&
    a.accounts.length === b.accounts.length &&
    a.accounts.every((account, i) => account === b.accounts[i])
  );
}
