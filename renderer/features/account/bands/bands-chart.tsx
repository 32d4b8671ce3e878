import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { BIN_US } from '../../../../shared/contract/timeline.ts';
import { beginDrawing } from '../../../draw/canvas.ts';
import { frames } from '../../../draw/frame.ts';
import type { Palette } from '../../../draw/palette.ts';
import { type TimeRange, toUs } from '../../../draw/time-scale.ts';
import { useDrawing } from '../../../draw/use-drawing.ts';
import { Tip } from '../../../ui/tip.tsx';
import { BAND_WORDS } from './band-field.ts';
import { bandRange } from './band-range.ts';
import { type BandsLayout, rowAt } from './bands-layout.ts';
import { type BandsScene, rowCount } from './bands-scene.ts';
import { markWords } from './bands-words.ts';
import { drawBands, type Mark } from './draw-bands.ts';
import { moved } from './move-mark.ts';
import { stepAt } from './steps.ts';

interface Props {
  readonly scene: BandsScene;
  readonly layout: BandsLayout;
  readonly limits: TimeRange;
  readonly palette: Palette;
  readonly label: string;
  /** Proposes the band of a row, or its opposite; false where that is proposed already. */
  readonly onPick: (row: number, opposite: boolean) => boolean;
  /** Opens the page on what a row is of; null for a row without one, absent where no row has one. */
  readonly opens?: (row: number) => (() => void) | null;
}

interface Pointed {
  readonly row: number;
  /** null on the name of the row. */
  readonly us: number | null;
  readonly x: number;
  readonly y: number;
}

/** The chart itself. What is marked is kept as a row and a time, because steps change with the zoom. */
export function BandsChart({ scene, layout, limits, palette, label, onPick, opens }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cursor, setCursor] = useState<Omit<Pointed, 'x' | 'y'> | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const markOf = useCallback(
    (at: Omit<Pointed, 'x' | 'y'> | null): Mark | null => {
      if (!at || at.row >= rowCount(scene)) return null;
      const step = at.us === null ? -1 : stepAt(scene.edges, at.us);
      return { row: at.row, step: step < 0 ? null : step };
    },
    [scene],
  );
  const range = useCallback(() => bandRange.getState().range ?? limits, [limits]);
  const mark = markOf(pointed ?? cursor);
  const { row: markedRow, step: markedStep } = mark ?? { row: -1, step: null };
  const draw = useCallback(() => {
    if (!canvas.current) return;
    const marked = markedRow < 0 ? null : { row: markedRow, step: markedStep };
    drawBands(beginDrawing(canvas.current, layout.size), layout, scene, range(), marked, palette);
  }, [layout, scene, range, markedRow, markedStep, palette]);
  useDrawing(draw);
  useEffect(() => bandRange.subscribe(() => frames.schedule(draw)), [draw]);

  function pointAt(event: MouseEvent): Pointed | null {
    const bounds = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const row = rowAt(layout, y);
    if (row === null) return null;
    const px = x - layout.box.left;
    return { row, us: px >= 0 && px < layout.box.width ? toUs(range(), layout.box.width, px) : null, x, y };
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = markOf(cursor) ?? { row: 0, step: null };
    const opened = event.key === 'o' && opens?.(at.row);
    if (opened) opened();
    else if (event.key === 'Enter' || event.key === ' ') {
      if (at.row >= scene.bands.bands.length || !onPick(at.row, event.altKey)) return;
    } else {
      const to = moved(scene, range(), at, event.key);
      if (!to) return;
      setCursor({ row: to.row, us: to.step === null ? null : scene.edges[to.step] * BIN_US });
      setPointed(null);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const words = (marked: Mark) => markWords(scene, range(), marked.row, marked.step);
  const said = markOf(cursor);
  const tip = markOf(pointed);
  const open = said && opens?.(said.row);
  return (
    <>
      <div
        className="bands-chart"
        style={{ height: layout.size.heightPx }}
        role="application"
        aria-label={label}
        aria-roledescription="chart"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys of its cells
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => cursor ?? setCursor({ row: 0, us: null })}
        onPointerMove={(event) => setPointed(pointAt(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const at = pointAt(event);
          if (!at) return;
          setCursor({ row: at.row, us: at.us });
          if (at.row < scene.bands.bands.length) onPick(at.row, event.altKey);
        }}
        onDoubleClick={(event) => {
          const at = pointAt(event);
          if (at) opens?.(at.row)?.();
        }}
      >
        <canvas ref={canvas} style={{ width: layout.size.widthPx, height: layout.size.heightPx }} />
        {pointed && tip && (
          <Tip lines={words(tip)} x={pointed.x} y={pointed.y} widthPx={layout.size.widthPx} />
        )}
      </div>
      <div className="bands-said">
        <p role="status">{said ? words(said).join(' · ') : ''}</p>
        {open && (
          <button type="button" className="link" onClick={open}>
            {`Open the ${BAND_WORDS[scene.field].one}`}
          </button>
        )}
      </div>
    </>
  );
}
