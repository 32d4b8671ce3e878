import type { AnalysisInfo, OperatorResult } from '../../../../shared/contract/analysis.ts';
import type { CaseInfo } from '../../../../shared/contract/cases.ts';
import type { Rerun } from '../../../../shared/contract/exhibits.ts';
import type { FindingDetail } from '../../../../shared/contract/findings.ts';
import type { Matrix } from '../../../../shared/contract/hypotheses.ts';
import type { Source } from '../../../../shared/contract/imports.ts';
import { type Zone, zoneOf } from '../../../../shared/time/zone.ts';
import { readOperator } from '../../analysis/results.ts';
import { readInfo } from '../../analysis/store.ts';
import type { Case } from '../../case/case.ts';
import { getFinding } from '../../findings/read.ts';
import { readMatrix } from '../../hypotheses/matrix.ts';
import { listSources } from '../../import/sources.ts';
import type { Job } from '../../jobs/job.ts';
import { workedExhibits } from '../files/exhibits/worked.ts';
import type { BundleAbout } from '../published/about.ts';
import type { Published } from '../published/published.ts';
import { type Concerned, concernedBy } from './concerned.ts';
import {
  type NumberedExhibit,
  type NumberedFinding,
  numberedExhibits,
  numberedFindings,
} from './exhibit-numbers.ts';
import { MOST_OPERATORS } from './limits.ts';
import { TEMPLATES, type Template } from './templates.ts';
import { type Voice, voiceOf } from './voice.ts';

export type ReportOperator = ReturnType<typeof readOperator> & { readonly operator: OperatorResult };

export interface ReportFinding extends NumberedFinding {
  readonly detail: FindingDetail;
  readonly matrix: Matrix;
  readonly exhibits: readonly ReportExhibit[];
}

export interface ReportExhibit extends NumberedExhibit {
  /** Worked out again from what is published. */
  readonly rerun: Rerun;
}

/** Everything that the sections of a report are made from, read once. */
export interface Reading {
  readonly open: Case;
  readonly about: BundleAbout;
  readonly info: CaseInfo;
  readonly zone: Zone;
  readonly template: Template;
  readonly voice: Voice;
  readonly analysis: AnalysisInfo | null;
  readonly sources: readonly Source[];
  readonly findings: readonly ReportFinding[];
  readonly exhibits: readonly ReportExhibit[];
  readonly concerned: Concerned;
  /** The first MOST_OPERATORS of those concerned. */
  readonly operators: readonly ReportOperator[];
}

/** @throws StillwatchError CANCELLED */
export async function readReport(published: Published, job: Job): Promise<Reading> {
  const { open, about } = published;
  const { db } = open;
  const info = open.info();
  const template = TEMPLATES[about.choice.template];
  const numbered = numberedFindings(db);
  // A report that lists no exhibits cites none.
  const listed = template.quotes === 'plain' ? [] : numberedExhibits(db, numbered);
  const reruns = new Map((await workedExhibits(published, job)).map(({ id, rerun }) => [id, rerun]));
  const exhibits = listed.map((exhibit) => ({ ...exhibit, rerun: reruns.get(exhibit.id) as Rerun }));
  const concerned = concernedBy(db, about, numbered, exhibits, template.quotes);
  const hideNames = template.quotes === 'none' && about.redaction === null;
  return {
    open,
    about,
    info,
    zone: zoneOf(info.timeZone),
    template,
    voice: voiceOf(template.quotes, hideNames ? concerned.accounts : null),
    analysis: readInfo(db),
    sources: listSources(db),
    findings: numbered.map((finding) => ({
      ...finding,
      detail: getFinding(open, finding.id),
      matrix: readMatrix(db, finding.id),
      exhibits: exhibits.filter((exhibit) => exhibit.finding === finding.number),
    })),
    exhibits,
    concerned,
    operators: concerned.operators.slice(0, MOST_OPERATORS).map((operator) => readOperator(db, operator)),
  };
}
