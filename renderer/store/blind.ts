import { say } from './status.ts';
import { isBlind } from './view-frame.ts';
import { currentView } from './view-history.ts';
import { useView, useViews } from './views.ts';

export function useIsBlind(): boolean {
  return isBlind(useView());
}

// What was said before of accounts, tags or operators does not stay in the window where people code blind.
useViews.subscribe((now, before) => {
  if (isBlind(currentView(now.trail)) && !isBlind(currentView(before.trail))) say('');
});
