import type { MovedExhibit, RerunReport } from '../../../shared/contract/findings.ts';

/** An exhibit that was worked out again, with the claim it stands behind. */
export interface Found extends MovedExhibit {
  readonly claim: string;
}

/** @param found exhibits of one finding follow each other */
export function reportOf(found: readonly Found[]): RerunReport {
  const counts = { match: 0, drift: 0, cannot: 0 };
  const moved = new Map<string, { finding: string; claim: string; exhibits: MovedExhibit[] }>();
  for (const { finding, claim, exhibit, title, rerun } of found) {
    counts[rerun.state]++;
    if (rerun.state === 'match') continue;
    const own = moved.get(finding) ?? { finding, claim, exhibits: [] };
    moved.set(finding, own);
    own.exhibits.push({ exhibit, finding, title, rerun });
  }
  return {
    findings: new Set(found.map(({ finding }) => finding)).size,
    exhibits: found.length,
    ...counts,
    moved: [...moved.values()],
  };
}
