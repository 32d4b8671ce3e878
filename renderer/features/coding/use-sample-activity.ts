import { useEffect, useState } from 'react';
import type { AccountToCode } from '../../../shared/contract/coding.ts';
import { type LaneActivity, laneActivity } from '../../../shared/contract/lanes.ts';
import { engine } from '../../engine.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { isCancelled, messageOf } from '../../ui/message-of.ts';

/** Activity of the accounts in their order, part by part as it comes: one answer holds no more than fits a message. */
export function useSampleActivity(accounts: readonly AccountToCode[]): readonly LaneActivity[] {
  const dataVersion = useSession((state) => state.dataVersion);
  const [parts, setParts] = useState<readonly LaneActivity[]>([]);
  const names = JSON.stringify(accounts.map(({ account }) => account));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data is read anew
  useEffect(() => {
    const abort = new AbortController();
    readParts(JSON.parse(names), abort.signal, setParts).catch((error: unknown) => {
      if (!isCancelled(error)) say(messageOf(error));
    });
    return () => abort.abort();
  }, [names, dataVersion]);
  return parts;
}

async function readParts(
  accounts: readonly string[],
  signal: AbortSignal,
  onParts: (parts: readonly LaneActivity[]) => void,
): Promise<void> {
  let parts: readonly LaneActivity[] = [];
  for (let read = 0; read < accounts.length; ) {
    const part = await engine.call(laneActivity, { accounts: accounts.slice(read) }, { signal });
    if (signal.aborted) return;
    parts = [...parts, part];
    read += part.from.length - 1;
    onParts(parts);
  }
}
