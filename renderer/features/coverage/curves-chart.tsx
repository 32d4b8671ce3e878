import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { type CurveScene, curveScales } from './curve-scene.ts';
import { curveWords } from './curve-words.ts';
import { CURVE_LEFT, drawCurves, plotSize } from './draw-curves.ts';

export const CURVE_HEIGHT = 300;

/** A chart of curves with a cursor that says their values. */
export function CurvesChart({ scene, label }: { scene: CurveScene; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const palette = usePalette();
  const [cursor, setCursor] = useState<number | null>(null);
  const widthPx = size?.widthPx ?? 0;
  const whole = useMemo(() => ({ widthPx, heightPx: CURVE_HEIGHT }), [widthPx]);
  useDrawing(
    useCallback(() => {
      if (!canvas.current || whole.widthPx === 0) return;
      drawCurves(beginDrawing(canvas.current, whole), scene, cursor, whole, palette);
    }, [scene, cursor, whole, palette]),
  );
  const plot = plotSize(whole);
  const { x, xMost } = curveScales(scene, plot.widthPx, plot.heightPx);
  const pick = (px: number) =>
    setCursor(px < 0 || px > plot.widthPx ? null : Math.max(1, Math.round(x.invert(px))));

  function onKeyDown(event: KeyboardEvent) {
    const at = x(cursor ?? 1);
    const step = event.shiftKey ? 40 : 8;
    const to: Record<string, number> = {
      ArrowLeft: Math.max(x(1), at - step),
      ArrowRight: Math.min(plot.widthPx, at + step),
      Home: x(1),
      End: plot.widthPx,
    };
    if (event.key === 'Escape') setCursor(null);
    else if (Object.hasOwn(to, event.key)) pick(to[event.key]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div
        ref={frame}
        className="coverage-curves"
        style={{ height: CURVE_HEIGHT }}
        role="application"
        aria-label={`${label}. Left and right move along the requests; the numbers stand in the table`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys of its cursor
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) =>
          pick(event.clientX - event.currentTarget.getBoundingClientRect().left - CURVE_LEFT)
        }
        onPointerLeave={() => setCursor(null)}
      >
        <canvas ref={canvas} style={{ width: whole.widthPx, height: whole.heightPx }} />
      </div>
      <p className="coverage-said" role="status">
        {cursor === null ? '' : curveWords(scene, Math.min(cursor, xMost))}
      </p>
    </>
  );
}
