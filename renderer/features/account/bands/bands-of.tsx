import { type ReactNode, useMemo, useState } from 'react';
import type { Chip } from '../../../../shared/contract/filters.ts';
import { shownText } from '../../../../shared/shown-text.ts';
import type { Palette } from '../../../draw/palette.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import { proposeChip, useViews } from '../../../store/views.ts';
import { captionOf } from '../../../ui/caption.ts';
import { PictureMenu } from '../../../ui/picture-menu.tsx';
import { chipText } from '../../filter/words.ts';
import { TimelineTable } from '../../timeline/TimelineTable.tsx';
import { rangeTitle, zoneTitle } from '../../timeline/words.ts';
import { bandRange } from './band-range.ts';
import { BandsChart } from './bands-chart.tsx';
import { bandsLayout } from './bands-layout.ts';
import { type BandsScene, bandChip, inView } from './bands-scene.ts';
import { bandsTable } from './bands-table.ts';
import { noteWords, valuesWords, viewWords } from './bands-words.ts';
import { drawBands } from './draw-bands.ts';
import { lanesUsed } from './session-lanes.ts';
import { levelOf } from './steps.ts';

interface Props {
  readonly id: string;
  readonly account: string;
  readonly scene: BandsScene;
  /** In view, come to rest. */
  readonly range: TimeRange;
  readonly limits: TimeRange;
  readonly chips: readonly Chip[];
  readonly widthPx: number;
  readonly palette: Palette;
  /** Chooses the field. */
  readonly choice: ReactNode;
}

/** The bands of one field: title, chart, note and table twin. */
export function BandsOf({ id, account, scene, range, limits, chips, widthPx, palette, choice }: Props) {
  const [tableShown, setTableShown] = useState(false);
  const { bands, field, edges, spans, sessions } = scene;
  const rest = chips.filter((chip) => chip.field !== field);
  const isFiltered = rest.length > 0;
  const view = useMemo(() => inView(scene, range), [scene, range]);
  const table = useMemo(() => bandsTable(scene, range), [scene, range]);
  const lanes = sessions && (sessions.lanes ? lanesUsed(sessions.lanes) : 0);
  const layout = useMemo(
    () => bandsLayout(widthPx, bands.bands.length, lanes),
    [widthPx, bands.bands.length, lanes],
  );
  const zone = zoneTitle(spans, range);
  const counted = viewWords(scene, view, isFiltered);
  const values = valuesWords(scene);
  const per = `per ${levelOf(edges).title}`;

  function onPick(row: number, opposite: boolean): boolean {
    const chip = bandChip(scene, row, opposite);
    const { proposal } = useViews.getState();
    // Enter on what is proposed is left to the window, which applies it.
    if (proposal?.kind === 'chip' && JSON.stringify(proposal.chip) === JSON.stringify(chip)) return false;
    proposeChip(chip);
    return true;
  }

  return (
    <>
      <header className="bands-head">
        <h2 id={id}>
          What it asked, over time <span className="soft">{`${counted} · ${values} · ${per}, ${zone}`}</span>
        </h2>
        <span className="bands-acts">
          {choice}
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Bands as a table
          </button>
          <PictureMenu
            name="what it asked, over time"
            picture={() => ({
              size: layout.size,
              caption: captionOf(
                `What ${shownText(account, { max: 60 })} asked, over time: ${counted}, ${values}, ${per}, ${rangeTitle(spans, range)}`,
                rest.map(chipText).join('; '),
                view.requests,
              ),
              draw: (context) =>
                drawBands(context, layout, scene, bandRange.getState().range ?? limits, null, palette),
            })}
          />
        </span>
      </header>
      <div className="bands-place">
        <BandsChart
          scene={scene}
          layout={layout}
          limits={limits}
          palette={palette}
          label={`What it asked, over time: ${counted}, ${values}, ${per}, ${rangeTitle(spans, range)}, ${zone}. Arrow keys walk over the cells, comma and full stop go to the previous and next with requests, Enter proposes the value for the filter and Enter again applies it, with Alt its opposite; the range is that of the timeline above; the numbers stand in the table of bands`}
          onPick={onPick}
        />
      </div>
      {tableShown && (
        <TimelineTable rows={table} zoneTitle={zone} onPickRequest={(index) => onPick(index, false)} />
      )}
      <p className="bands-note">{noteWords(scene, range, isFiltered)}</p>
    </>
  );
}
