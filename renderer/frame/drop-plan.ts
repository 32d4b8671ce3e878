import type { Grant } from '../../shared/bridge.ts';

export type DropPlan =
  | { readonly act: 'open' | 'verify'; readonly file: Grant }
  | { readonly act: 'new-case' | 'import'; readonly logs: readonly Grant[] }
  | { readonly act: 'nothing'; readonly why: string };

/** What dropped files are for, by their names; a case or a bundle must come alone. */
export function dropPlan(grants: readonly Grant[], caseOpen: boolean): DropPlan {
  if (grants.length === 0)
    return { act: 'nothing', why: 'Nothing that was dropped is a file on this computer.' };
  const ends = (ending: string) =>
    grants.filter(({ name, isFolder }) => !isFolder && name.toLowerCase().endsWith(ending));
  const [cases, bundles] = [ends('.swcase'), ends('.zip')];
  if (grants.length > 1 && cases.length + bundles.length > 0) {
    return { act: 'nothing', why: 'Drop a case or a bundle alone, and log files together.' };
  }
  if (cases.length === 1) {
    return caseOpen
      ? { act: 'nothing', why: 'A case is open. Close it first, then drop the other one.' }
      : { act: 'open', file: cases[0] };
  }
  if (bundles.length === 1) return { act: 'verify', file: bundles[0] };
  return { act: caseOpen ? 'import' : 'new-case', logs: grants };
}
