import type { ExhibitQuestion } from '../../../shared/contract/exhibits.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { currentView } from '../../store/view-history.ts';
import { useViews } from '../../store/views.ts';

/** ` of account X` where the page is that of an account, safe to show; for the titles of its pictures. */
export function ofAccountInView(): string {
  const view = currentView(useViews.getState().trail);
  return view.name === 'account' ? ` of account ${shownText(view.account, { max: 60 })}` : '';
}

/** The activity of the account whose page it is over a range, or over all with the limits; null on other pages. */
export function activityInView({ fromUs, toUs }: TimeRange, limits: TimeRange): ExhibitQuestion | null {
  const view = currentView(useViews.getState().trail);
  if (view.name !== 'account') return null;
  const isAll = fromUs <= limits.fromUs && toUs >= limits.toUs;
  const range = isAll ? null : { fromUs: Math.floor(fromUs), toUs: Math.ceil(toUs) };
  return { query: 'activity', args: { account: view.account, range } };
}
