import type { ReportTemplate } from '../../../shared/contract/bundles.ts';

interface TemplateWords {
  readonly title: string;
  readonly isFor: string;
  readonly leavesOut: string;
}

/** What each report is for and what it leaves out. */
export const TEMPLATE_WORDS: Readonly<Record<ReportTemplate, TemplateWords>> = {
  internal: {
    title: 'Case report',
    isFor: 'For your own team and its counsel: findings, evidence, hypotheses and everything people wrote.',
    leavesOut: 'Leaves out nothing that goes along.',
  },
  regulator: {
    title: 'Report to an authority',
    isFor: 'For an authority: the same evidence, ordered by statutory heads, with methods and limits first.',
    leavesOut: 'Leaves out the notes and groups of the team.',
  },
  partner: {
    title: 'Report to a partner',
    isFor: 'For another provider: signals, times and counts of operators, and what was withheld.',
    leavesOut:
      'Quotes no text of people, customers or prompts. Redaction is always on, and prompts never go along.',
  },
  clearance: {
    title: 'Result of a review',
    isFor: 'For an account that was looked at and found innocent: what was looked at and how it came out.',
    leavesOut: 'Leaves out exhibits, operators, methods and all that the team wrote.',
  },
};
