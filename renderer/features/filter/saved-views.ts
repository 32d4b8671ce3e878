import {
  type ArrangedFilter,
  removeSavedView,
  type SavedPlace,
  type SavedView,
  savedPlace,
  saveView,
} from '../../../shared/contract/saved-views.ts';
import { engine } from '../../engine.ts';
import type { WindowFilter } from '../../store/filter.ts';
import { notesChanged } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { currentFilter, currentView, type View } from '../../store/view-history.ts';
import { goToFiltered, useViews } from '../../store/views.ts';

/** A view as it is saved; of one that cannot be saved with what it shows, the accounts. */
export function placeOf(view: View): SavedPlace {
  const { pair: _pair, request: _request, ...place } = { pair: null, request: null, ...view };
  const whole = savedPlace.safeParse(place);
  if (whole.success) return whole.data;
  const named = savedPlace.safeParse({ name: view.name });
  return named.success ? named.data : { name: 'accounts' };
}

export function viewOf(place: SavedPlace): View {
  switch (place.name) {
    case 'account':
      return { ...place, request: null };
    case 'operator':
      return { ...place, pair: null };
    default:
      return place;
  }
}

export function arrangedOf({ range, chips }: WindowFilter): ArrangedFilter {
  return {
    range,
    chips: chips.map(({ id: _, values, ...chip }) => ({ ...chip, values: [...values] })),
  };
}

export function windowFilterOf({ range, chips }: ArrangedFilter): WindowFilter {
  return { range, chips: chips.map((chip, index) => ({ ...chip, id: index + 1 })) };
}

/** Saves what is shown under a name; it throws as the call does, so that the form can keep its text. */
export async function saveCurrent(name: string): Promise<void> {
  const { trail } = useViews.getState();
  const view = placeOf(currentView(trail));
  await engine.call(saveView, { name, filter: arrangedOf(currentFilter(trail)), view });
  say('View saved. Undo takes it back.');
  await notesChanged();
}

export async function removeSaved({ id }: SavedView): Promise<void> {
  await engine.call(removeSavedView, { id });
  say('Saved view removed. Undo brings it back.');
  await notesChanged();
}

/** Shows a saved view; pinned conditions of the filter before do not stay. */
export function openSaved({ view, filter }: SavedView): void {
  goToFiltered(viewOf(view), windowFilterOf(filter));
}
