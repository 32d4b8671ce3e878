import { useState } from 'react';
import type { Range } from '../../store/view-history.ts';
import { formatUnits } from '../../ui/format.ts';
import type { WeekHour } from '../account/week-hour.ts';
import { WeekHourDays } from '../account/week-hour-days.tsx';
import { HeatMap } from '../timeline/HeatMap.tsx';
import type { LanesScene } from './lanes-scene.ts';

interface Props {
  readonly scene: LanesScene;
  readonly onChoose: (range: Range) => void;
}

/** When in the week the lanes together are active; a cell lists its days, and a day becomes the time filter. */
export function LaneHeat({ scene, onChoose }: Props) {
  const [weekHour, setWeekHour] = useState<WeekHour | null>(null);
  const { activity } = scene.sum;
  const { zone } = scene.spans;
  const range = scene.committed ?? scene.limits;
  const lanes = scene.rows.filter((row) => row.kind === 'lane').length;
  return (
    <div>
      <HeatMap
        activity={activity}
        zone={zone}
        range={range}
        of={`of ${formatUnits(lanes, 'lane')}`}
        onPick={(weekday, hour) => setWeekHour({ weekday, hour })}
      />
      {weekHour && (
        <WeekHourDays activity={activity} range={range} zone={zone} weekHour={weekHour} onChoose={onChoose} />
      )}
    </div>
  );
}
