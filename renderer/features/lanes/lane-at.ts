import { targetAt } from '../timeline/targets.ts';
import type { ViewStore } from '../timeline/view-store.ts';
import { type LanesScene, laneShown, sceneOfLane } from './lanes-scene.ts';

/** The row that an account's lane is drawn in; -1 where it is not. */
export function rowOfAccount(scene: LanesScene, account: string | null): number {
  if (account === null) return -1;
  return scene.rows.findIndex((row) => row.kind === 'lane' && scene.lanes[row.lane].info.account === account);
}

/** The lane of a row; null for headings and outside. */
export function laneAt(scene: LanesScene, row: number) {
  const line = scene.rows[row];
  return line?.kind === 'lane' ? scene.lanes[line.lane] : null;
}

/** The cell or request under a pixel of a row. */
export function targetIn(scene: LanesScene, store: ViewStore, row: number, widthPx: number, px: number) {
  const lane = laneAt(scene, row);
  if (!lane) return null;
  const { range } = store.getState();
  return targetAt(sceneOfLane(scene, lane), laneShown(scene, lane, range, widthPx), range, widthPx, px, null);
}
