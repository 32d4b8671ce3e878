import type { SignalContext } from './signal.ts';

/** The accounts of all cohorts that a group's accounts are in, without the group; ascending. */
export function peersOf({ cohorts, data }: SignalContext, members: Uint32Array): Uint32Array {
  const wanted = new Uint8Array(data.accounts.length);
  const seen = new Set<number>();
  for (const a of members) {
    const cohort = cohorts.of[a];
    if (seen.has(cohort)) continue;
    seen.add(cohort);
    for (const peer of cohorts.members[cohort]) wanted[peer] = 1;
  }
  for (const a of members) wanted[a] = 0;
  const peers: number[] = [];
  wanted.forEach((flag, a) => {
    if (flag) peers.push(a);
  });
  return Uint32Array.from(peers);
}
