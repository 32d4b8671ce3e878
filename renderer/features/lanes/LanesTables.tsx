import { useEffect, useMemo, useState } from 'react';
import type { Successions } from '../../../shared/contract/lanes.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { openAccount } from '../../store/views.ts';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { rangeOf, type ViewStore } from '../timeline/view-store.ts';
import { zoneTitle } from '../timeline/words.ts';
import { handOverRows, type LaneTable, laneTable, shareRows, togetherRows } from './lane-tables.ts';
import type { LanesScene } from './lanes-scene.ts';

export const TABLE_CHOICES = ['none', 'lanes', 'active', 'shares', 'evenness', 'succession'] as const;
export type TableChoice = (typeof TABLE_CHOICES)[number];
export const TABLE_TITLES: Readonly<Record<TableChoice, string>> = {
  none: 'none',
  lanes: 'lanes',
  active: 'lanes active, beside chance',
  shares: 'share of each lane',
  evenness: 'evenness of load',
  succession: 'who went on after whom',
};

interface Props {
  readonly choice: Exclude<TableChoice, 'none'>;
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly successions: Successions | undefined;
}

const SETTLED_MS = 150;

/** The table twin of the lanes or of a strip, of the range in view once that has come to rest. */
export function LanesTables({ choice, scene, store, successions }: Props) {
  const moving = useCalm(store, rangeOf);
  const [range, setRange] = useState(moving);
  useEffect(() => {
    const timer = setTimeout(() => setRange(moving), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [moving]);
  const { rows, accountOf } = useMemo(
    () => tableOf(choice, scene, range, successions),
    [choice, scene, range, successions],
  );
  return (
    <TimelineTable
      rows={rows}
      zoneTitle={zoneTitle(scene.spans, range)}
      onPickRequest={(row) => {
        const account = accountOf(row);
        if (account !== null) openAccount(account);
      }}
    />
  );
}

function tableOf(
  choice: Exclude<TableChoice, 'none'>,
  scene: LanesScene,
  range: TimeRange,
  successions: Successions | undefined,
): LaneTable {
  switch (choice) {
    case 'lanes':
      return laneTable(scene, range);
    case 'active':
      return togetherRows(scene, range, 'active');
    case 'evenness':
      return togetherRows(scene, range, 'evenness');
    case 'shares':
      return shareRows(scene, range);
    case 'succession':
      return handOverRows(scene, successions?.handOvers ?? []);
  }
}
