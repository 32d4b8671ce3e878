import { useEffect, useState } from 'react';

const SETTLED_MS = 120;

/** The value once it has not changed for a while: panning asks the engine once, at its end. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
