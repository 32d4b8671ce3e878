import type { Band, TemplateBands, TemplateForm } from '../../../shared/contract/bands.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { totalsOf } from '../accounts/totals.ts';
import { followedState, keptIds } from '../analysis/read-followed.ts';
import { FIRST_KEPT, NO_TEMPLATE, UNKEPT } from '../analysis/templates/followed.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { answerFilter } from '../filters/answer.ts';
import type { Job } from '../jobs/job.ts';
import { accountTemplates, UNSEEN } from './account-templates.ts';
import { bandsOfCells } from './bands-of-cells.ts';

const NAMELESS = [
  [UNKEPT, 'unkept'],
  [NO_TEMPLATE, 'none'],
  [UNSEEN, 'unseen'],
] as const;

/** The single requests of an account by template and step of time; see the contract. */
export async function countTemplateBands(
  open: Case,
  accountId: number,
  edges: readonly number[],
  filter: Filter,
  job: Job,
): Promise<TemplateBands> {
  const { db } = open;
  const chips = filter.chips.filter(({ field }) => field !== 'template');
  const left = chips.length > 0 ? await answerFilter(open, { range: null, chips }, job) : undefined;
  const { cells, singles } = accountTemplates(db, accountId, left);
  const ids = keptIds(db);
  const found = bandsOfCells(cells, edges, {
    nameOf: (value) => ids[value - FIRST_KEPT] ?? '',
    nameless: NAMELESS,
  });
  const ofRequests = totalsOf(db, accountId)?.requests ?? 0;
  const analysis = followedState(db);
  return {
    ...found,
    bands: withForms(db, found.bands),
    ofRequests,
    imported: analysis === 'kept',
    analysis,
    unseen: found.bands.find(({ kind }) => kind === 'unseen')?.requests ?? 0,
    counted: Math.max(0, ofRequests - singles),
  };
}

function withForms(db: Database, bands: readonly Band[]): Band[] {
  const bodyOf = db.prepare('SELECT body FROM analysis_template WHERE id = ?').pluck();
  return bands.map((band) => {
    if (band.value === null) return band;
    const { from, verbatim, name, shape } = JSON.parse(bodyOf.get(band.value) as string) as TemplateForm;
    return { ...band, form: { from, verbatim, name, shape } };
  });
}
