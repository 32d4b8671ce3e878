import { useEffect, useState } from 'react';

/** Typing or panning faster than this asks the engine once. */
const PAUSE_MS = 120;

/** The value once it has not changed for a moment. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
