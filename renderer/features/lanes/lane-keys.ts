import type { KeyboardEvent, RefObject } from 'react';
import type { TimeRange } from '../../draw/time-scale.ts';
import { actOn } from '../timeline/act.ts';
import { keyAct } from '../timeline/keys.ts';
import type { ViewStore } from '../timeline/view-store.ts';
import { laneAt, rowOfAccount } from './lane-at.ts';
import type { LaneCursorStore } from './lane-cursor.ts';
import { type LanesLayout, scrollTo } from './lanes-layout.ts';
import { type LanesScene, sceneOfLane } from './lanes-scene.ts';

interface Keys {
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly cursors: LaneCursorStore;
  readonly layout: LanesLayout;
  readonly scrollPx: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onCommit: (range: TimeRange | null) => void;
  readonly onOpen: (account: string) => void;
  readonly onPin: (account: string) => void;
  readonly onHide: (account: string) => void;
}

/** What a key press does: from lane to lane, pin, hide, open; everything else as on the timeline of one account. */
export function laneKeys(keys: Keys): (event: KeyboardEvent) => void {
  const { scene, store, cursors, layout, scrollPx, scroller } = keys;
  const { body } = layout;

  function moveTo(row: number) {
    const lane = laneAt(scene, row);
    if (!lane) return;
    cursors.setState({ cursor: lane.info.account, hover: row });
    store.setState({ target: null, pointer: null });
    const next = scrollTo(body, scrollPx, row);
    if (next !== scrollPx) scroller.current?.scrollTo({ top: next });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { cursor } = cursors.getState();
    if (laneKey(event.key, cursor)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const act = keyAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const { proposal } = store.getState();
    const lane = laneAt(scene, rowOfAccount(scene, cursor));
    switch (act.act) {
      case 'commit':
        if (proposal) {
          store.setState({ proposal: null });
          keys.onCommit(proposal);
        } else if (lane) keys.onOpen(lane.info.account);
        return;
      case 'clear':
        store.setState(proposal ? { proposal: null } : { target: null, pointer: null });
        return;
      case 'uncommit':
        if (scene.committed) keys.onCommit(null);
        return;
      default:
        store.setState(actOn(store.getState(), lane ? sceneOfLane(scene, lane) : scene.sum, body.width, act));
    }
  }

  /** Acts of keys on lanes; false leaves the key to the timeline. */
  function laneKey(key: string, cursor: string | null): boolean {
    const at = rowOfAccount(scene, cursor);
    const lanes = [...scene.rows.keys()].filter((row) => scene.rows[row].kind === 'lane');
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'ArrowDown':
        moveTo(lanes.find((row) => row > at) ?? lanes.at(-1) ?? -1);
        return true;
      case 'ArrowUp':
        moveTo(lanes.findLast((row) => row < at) ?? lanes[0] ?? -1);
        return true;
      case 'Home':
        moveTo(lanes[0] ?? -1);
        return true;
      case 'End':
        moveTo(lanes.at(-1) ?? -1);
        return true;
      case 'p':
        if (cursor !== null) keys.onPin(cursor);
        return true;
      case 'h':
        if (cursor !== null) {
          moveTo(lanes.find((row) => row > at) ?? lanes.findLast((row) => row < at) ?? -1);
          keys.onHide(cursor);
        }
        return true;
      default:
        return false;
    }
  }

  return onKeyDown;
}
