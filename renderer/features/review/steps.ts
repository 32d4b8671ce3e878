import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { formatCount } from '../../ui/format.ts';

interface OfFinding {
  readonly finding: FindingDetail;
  /** Its place in the review, from 1. */
  readonly number: number;
}

/** One page of a review. `key` means the same page while the case changes. */
export type ReviewStep = { readonly key: string } & (
  | { readonly kind: 'title' }
  | ({ readonly kind: 'claim' } & OfFinding)
  | ({ readonly kind: 'reasoning' } & OfFinding)
  /** `exhibitNumber` counts from 1 within the finding. */
  | ({
      readonly kind: 'exhibit';
      readonly exhibit: PinnedExhibit;
      readonly exhibitNumber: number;
    } & OfFinding)
  | ({ readonly kind: 'weighing' } & OfFinding)
  | { readonly kind: 'end' }
);

const keyOf = (finding: string, part: string) => `${finding} ${part}`;

/**
 * The pages in order: a title, then of each finding its claim, its reasoning where one is written, its exhibits and how
 * it was weighed, and an end.
 */
export function stepsOf(findings: readonly FindingDetail[]): readonly ReviewStep[] {
  return [
    { key: 'title', kind: 'title' },
    ...findings.flatMap((finding, at): ReviewStep[] => {
      const of: OfFinding = { finding, number: at + 1 };
      return [
        { key: keyOf(finding.id, 'claim'), kind: 'claim', ...of },
        ...(finding.reasoning === ''
          ? []
          : [{ key: keyOf(finding.id, 'reasoning'), kind: 'reasoning' as const, ...of }]),
        ...finding.exhibits.map(
          (exhibit, k): ReviewStep => ({
            key: keyOf(finding.id, exhibit.id),
            kind: 'exhibit',
            exhibit,
            exhibitNumber: k + 1,
            ...of,
          }),
        ),
        { key: keyOf(finding.id, 'weighing'), kind: 'weighing', ...of },
      ];
    }),
    { key: 'end', kind: 'end' },
  ];
}

/** Where a page stands; where it is gone the claim of its finding, and where that is gone the title. */
export function placeOf(steps: readonly ReviewStep[], key: string): number {
  const at = steps.findIndex((step) => step.key === key);
  if (at >= 0) return at;
  const [finding] = key.split(' ', 1);
  return Math.max(
    0,
    steps.findIndex((step) => 'finding' in step && step.finding.id === finding),
  );
}

/** Page of the claim of the finding in that place, from 1; -1 where there are not so many. */
export function placeOfFinding(steps: readonly ReviewStep[], number: number): number {
  return steps.findIndex((step) => step.kind === 'claim' && step.number === number);
}

/** `Step 3 of 12, finding 1 of 2`. */
export function progressWords(steps: readonly ReviewStep[], at: number): string {
  const step = steps[at];
  const findings = steps.filter(({ kind }) => kind === 'claim').length;
  const of = 'finding' in step ? `, finding ${formatCount(step.number)} of ${formatCount(findings)}` : '';
  return `Step ${formatCount(at + 1)} of ${formatCount(steps.length)}${of}`;
}

/** What a page is called in the overview; a title that people wrote is not yet safe to show. */
export function stepTitle(step: ReviewStep): string {
  switch (step.kind) {
    case 'title':
      return 'Title';
    case 'claim':
      return step.finding.claim;
    case 'reasoning':
      return 'Reasoning';
    case 'exhibit':
      return `Exhibit ${step.exhibitNumber}: ${step.exhibit.title}`;
    case 'weighing':
      return 'What else would explain it';
    case 'end':
      return 'End: all findings';
  }
}
