import { z } from 'zod';
import { coverageOf } from './coverage.ts';
import { nothing, read, write } from './define.ts';
import { chip, filter } from './filters.ts';
import { lanesOf } from './lanes.ts';

const kept = { disabled: z.boolean(), pinned: z.boolean() };

/** A filter as a person arranged it: with conditions that are switched off, and those that clearing leaves. */
export const arrangedFilter = z.strictObject({
  range: z.strictObject({ ...filter.shape.range.unwrap().shape, ...kept }).nullable(),
  chips: z.array(z.strictObject({ ...chip.shape, ...kept })).max(50),
});
export type ArrangedFilter = z.infer<typeof arrangedFilter>;

const id = z.string().min(1).max(1000);

/** Views that can be saved with what they show; of others only which view it is. */
export const savedPlace = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.enum([
      'accounts',
      'operators',
      'templates',
      'graph',
      'cohorts',
      'compare',
      'search',
      'sources',
      'annotations',
      'custody',
    ]),
  }),
  z.strictObject({ name: z.literal('account'), account: id }),
  z.strictObject({ name: z.literal('operator'), id }),
  z.strictObject({ name: z.literal('template'), id }),
  z.strictObject({ name: z.literal('lanes'), of: lanesOf.optional() }),
  z.strictObject({ name: z.literal('coverage'), of: coverageOf.optional() }),
]);
export type SavedPlace = z.infer<typeof savedPlace>;

const name = z.string().trim().min(1).max(120);

/** What is kept of a view under a name. */
export const viewToSave = z.strictObject({ name, filter: arrangedFilter, view: savedPlace });
export type ViewToSave = z.infer<typeof viewToSave>;

export interface SavedView extends ViewToSave {
  /** UUIDv7. */
  readonly id: string;
  readonly author: string;
  readonly createdUs: number;
}

/** All saved views, by name. */
export const listSavedViews = read('views.list', nothing).returns<readonly SavedView[]>();

/** Saves a view; one of the same name is replaced. Can be undone. */
export const saveView = write('views.save', viewToSave).returns<SavedView>();

/** NOT_FOUND for a view that is no longer there. Can be undone. */
export const removeSavedView = write('views.remove', z.strictObject({ id: z.uuid() })).returns<null>();
