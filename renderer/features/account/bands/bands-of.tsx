import { type ReactNode, useMemo, useState } from 'react';
import type { Chip } from '../../../../shared/contract/filters.ts';
import type { Palette } from '../../../draw/palette.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import { hasFilter } from '../../../store/view-frame.ts';
import { openAccount, openTemplate, proposeChip, useView, useViews } from '../../../store/views.ts';
import { captionOf } from '../../../ui/caption.ts';
import { PictureMenu } from '../../../ui/picture-menu.tsx';
import { chipText } from '../../filter/words.ts';
import { TimelineTable } from '../../timeline/TimelineTable.tsx';
import { rangeTitle, zoneTitle } from '../../timeline/words.ts';
import { BAND_WORDS } from './band-field.ts';
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
  /** Of the chart: `What it asked, over time`; and with the name of what it is of, for its picture. */
  readonly title: string;
  readonly about: string;
  readonly scene: BandsScene;
  /** In view, come to rest. */
  readonly range: TimeRange;
  readonly limits: TimeRange;
  readonly chips: readonly Chip[];
  readonly widthPx: number;
  readonly palette: Palette;
  /** Chooses what is shown. */
  readonly choice: ReactNode;
  /** Where the range comes from, in words. */
  readonly rangeFrom: string;
}

/** Bands of one field: title, chart, note and table twin. */
export function BandsOf({
  id,
  title,
  about,
  scene,
  range,
  limits,
  chips,
  widthPx,
  palette,
  choice,
  rangeFrom,
}: Props) {
  const [tableShown, setTableShown] = useState(false);
  const { bands, field, edges, spans, sessions } = scene;
  const rest = chips.filter((chip) => chip.field !== field);
  const isFiltered = rest.length > 0;
  const view = useMemo(() => inView(scene, range), [scene, range]);
  const table = useMemo(() => bandsTable(scene, range), [scene, range]);
  const lanes = sessions && (sessions.lanes ? lanesUsed(sessions.lanes) : 0);
  const layout = useMemo(
    () => bandsLayout(widthPx, bands.bands.length, lanes, scene.hasSum),
    [widthPx, bands.bands.length, lanes, scene.hasSum],
  );
  const zone = zoneTitle(spans, range);
  const counted = viewWords(scene, view, isFiltered);
  const values = valuesWords(scene);
  const per = `per ${levelOf(edges).title}`;

  const isOpened = field === 'template' || field === 'account';
  const proposes = hasFilter(useView());
  const acts = !proposes
    ? ''
    : `, Enter proposes the ${isOpened ? BAND_WORDS[field].one : 'value'} for the filter and Enter again applies it, with Alt its opposite${isOpened ? `, o opens the ${BAND_WORDS[field].one}` : ''}`;

  function opens(row: number): (() => void) | null {
    const value = bands.bands[row]?.value ?? null;
    if (value === null) return null;
    return () => (field === 'account' ? openAccount(value) : openTemplate(value));
  }

  function onPick(row: number, opposite: boolean): boolean {
    if (!proposes) return false;
    const chip = bandChip(scene, row, opposite);
    if (!chip) return false;
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
          {title} <span className="soft">{`${counted} · ${values} · ${per}, ${zone}`}</span>
        </h2>
        <span className="bands-acts">
          {choice}
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Bands as a table
          </button>
          <PictureMenu
            name={`${title[0].toLowerCase()}${title.slice(1)}`}
            picture={() => ({
              size: layout.size,
              caption: captionOf(
                `${about}: ${counted}, ${values}, ${per}, ${rangeTitle(spans, range)}`,
                rest.map(chipText).join('; '),
                view.requests,
              ),
              draw: (context, _, colours) =>
                drawBands(context, layout, scene, bandRange.getState().range ?? limits, null, colours),
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
          label={`${title}: ${counted}, ${values}, ${per}, ${rangeTitle(spans, range)}, ${zone}. Arrow keys walk over the cells, comma and full stop go to the previous and next with requests${acts}; ${rangeFrom}; the numbers stand in the table of bands`}
          onPick={onPick}
          {...(isOpened && { opens })}
        />
      </div>
      {tableShown && (
        <TimelineTable rows={table} zoneTitle={zone} onPickRequest={(index) => onPick(index, false)} />
      )}
      <p className="bands-note">{noteWords(scene, range, isFiltered)}</p>
    </>
  );
}
