import type { Likelihood } from '../../../shared/contract/analysis.ts';
import type { FigureChange, Rerun } from '../../../shared/contract/exhibits.ts';
import type { FindingRow, FindingStatus, KnownChecks } from '../../../shared/contract/findings.ts';
import { formatUnits } from '../../ui/format.ts';
import { isMoved } from './figure-text.ts';

/** Ranges of the likelihood words, as ICD-203 (2015, section D.6.e.2.a) gives them. */
export const LIKELIHOOD_RANGES: Readonly<Record<Likelihood, string>> = {
  'almost no chance': '1–5 %',
  'very unlikely': '5–20 %',
  unlikely: '20–45 %',
  'roughly even': '45–55 %',
  likely: '55–80 %',
  'very likely': '80–95 %',
  'almost certain': '95–99 %',
};

export function movedFigures({ figures }: Rerun): readonly FigureChange[] {
  return figures.filter(isMoved);
}

/** What a check found, in a sentence. */
export function rerunWords(rerun: Rerun): string {
  const { state, reason, dataChanged, rowsChanged, versionChanged, stale } = rerun;
  if (state === 'cannot') return `Cannot be worked out now. ${reason ?? ''}`.trim();
  const why = [
    dataChanged && 'the sources of the case are not those it was pinned from',
    rowsChanged && 'other requests stand behind it',
    versionChanged && 'another version or seed worked it out',
    stale && 'it rests on a stale analysis',
  ].filter((word) => word !== false && word !== null);
  const also = why.length === 0 ? '' : ` Note: ${why.join('; ')}.`;
  if (state === 'match') return `Match: worked out again, the result is the same to the byte.${also}`;
  const moved = movedFigures(rerun).length;
  const drift =
    moved === 0
      ? 'Drift: rows of the result differ, its figures do not.'
      : `Drift: ${moved} of ${formatUnits(rerun.figures.length, 'figure')} moved.`;
  return `${drift}${also}`;
}

/** `7 exhibits of 2 findings, as last worked out: 5 match, 2 drifted, 0 cannot be worked out.` */
export function knownWords({ findings, exhibits, match, drift, cannot, unknown }: KnownChecks): string {
  const parts = [`${match} match`, `${drift} drifted`, `${cannot} cannot be worked out`];
  const others = unknown > 0 ? `, ${unknown} not worked out from the data as they are now` : '';
  return `${formatUnits(exhibits, 'exhibit')} of ${formatUnits(findings, 'finding')}, as last worked out: ${parts.join(', ')}${others}.`;
}

/** `1 agrees, 1 dissents, 1 on an older state`; empty for none. */
export function verdictCounts({ agrees, dissents, outdated }: FindingRow): string {
  const parts = [
    agrees > 0 && `${agrees} ${agrees === 1 ? 'agrees' : 'agree'}`,
    dissents > 0 && `${dissents} ${dissents === 1 ? 'dissents' : 'dissent'}`,
    outdated > 0 && `${outdated} on an older state`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Findings of a status (or all with null) whose claim, author or scope holds `text`, in the order given. */
export function filterFindings(
  findings: readonly FindingRow[],
  status: FindingStatus | null,
  text: string,
): readonly FindingRow[] {
  const wanted = text.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      (status === null || finding.status === status) &&
      [finding.claim, finding.author, finding.changedBy, ...finding.scope].some((value) =>
        value.toLowerCase().includes(wanted),
      ),
  );
}
