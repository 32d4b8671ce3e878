import { shownText } from '../../../shared/shown-text.ts';
import { currentView } from '../../store/view-history.ts';
import { useViews } from '../../store/views.ts';

/** ` of account X` where the page is that of an account, safe to show; for the titles of its pictures. */
export function ofAccountInView(): string {
  const view = currentView(useViews.getState().trail);
  return view.name === 'account' ? ` of account ${shownText(view.account, { max: 60 })}` : '';
}
