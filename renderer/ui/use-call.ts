import { useCallback, useEffect, useRef, useState } from 'react';
import type { Call } from '../../shared/contract/define.ts';
import { engine } from '../engine.ts';
import { isCancelled } from './message-of.ts';

export interface Loaded<Args, T> {
  readonly value: T | undefined;
  /** What `value` answers: differs from what was asked last while an old answer is kept. */
  readonly of: Args | undefined;
  readonly error: unknown;
  readonly busy: boolean;
  readonly retry: () => void;
}

interface Held<Args, T> {
  readonly key: string;
  readonly of: Args | undefined;
  readonly value: T | undefined;
  readonly error: unknown;
}

/**
 * The answer to a read, asked again when `args` or `version` change; the latest question wins. null asks
 * nothing. While the same question is asked anew its old answer stays, so nothing flickers; with `keep` the
 * old answer also stays while a different one is asked.
 */
export function useCall<Args, Result>(
  entry: Call<Args, Result>,
  args: Args | null,
  version = 0,
  keep = false,
): Loaded<Args, Result> {
  const key = args === null ? '' : JSON.stringify(args);
  const [held, setHeld] = useState<Held<Args, Result>>({
    key: '',
    of: undefined,
    value: undefined,
    error: undefined,
  });
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState('');
  const latestArgs = useRef(args);
  latestArgs.current = args;
  const question = `${key}#${version}#${attempt}`;

  useEffect(() => {
    const asked = latestArgs.current;
    if (key === '' || asked === null) return undefined;
    const abort = new AbortController();
    engine.call(entry, asked, { signal: abort.signal }).then(
      (value) => {
        if (abort.signal.aborted) return;
        setHeld({ key, of: asked, value, error: undefined });
        setAnswered(question);
      },
      (error: unknown) => {
        if (abort.signal.aborted || isCancelled(error)) return;
        setHeld({ key, of: asked, value: undefined, error });
        setAnswered(question);
      },
    );
    return () => abort.abort();
  }, [entry, key, question]);

  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const usable = key !== '' && (keep || held.key === key);
  return {
    value: usable ? held.value : undefined,
    of: usable ? held.of : undefined,
    error: usable ? held.error : undefined,
    busy: key !== '' && answered !== question,
    retry,
  };
}
