import type { CaseInfo } from '../../../shared/contract/cases.ts';

/** `TLP:AMBER · PAP:RED`: how what is shown must be handled. */
export function markingOf({ handling, pap }: Pick<CaseInfo, 'handling' | 'pap'>): string {
  return pap === '' ? handling : `${handling} · ${pap}`;
}
