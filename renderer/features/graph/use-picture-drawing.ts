import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { beginDrawing, type Size } from '../../draw/canvas.ts';
import { frames } from '../../draw/frame.ts';
import type { Palette } from '../../draw/palette.ts';
import { useDrawing } from '../../draw/use-drawing.ts';
import { drawGraph } from './draw-graph.ts';
import { drawLines } from './draw-lines.ts';
import type { Drawn } from './drawn.ts';
import type { View } from './fit.ts';
import { lineBatches } from './line-batches.ts';
import { LinesLayer } from './lines-layer.ts';

interface On {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly size: Size | null;
  readonly palette: Palette;
  readonly latest: { readonly current: { readonly view: View } };
}

/** Draws the picture whenever it changes; `redraw` draws it for a view that has moved, which renders nothing. */
export function usePictureDrawing(
  { canvas, size, palette, latest }: On,
  { scene, places, seen, locked, selected, inParts }: Omit<Drawn, 'lines' | 'view' | 'width' | 'height'>,
): { readonly drawnAt: (view: View) => Drawn | null; readonly redraw: () => void } {
  const lines = useMemo(() => lineBatches(scene, places, seen, palette), [scene, places, seen, palette]);
  const drawnAt = useCallback(
    (view: View): Drawn | null =>
      size && {
        ...{ scene, places, seen, lines, locked, selected, inParts, view },
        width: size.widthPx,
        height: size.heightPx,
      },
    [scene, places, seen, lines, locked, selected, inParts, size],
  );
  const current = useRef(() => {});
  const redraw = useCallback(() => frames.schedule(current.current), []);
  const [layer] = useState(() => new LinesLayer(redraw));
  useEffect(() => () => layer.close(), [layer]);
  const draw = useCallback(() => {
    const drawn = drawnAt(latest.current.view);
    if (!canvas.current || !drawn || !size) return;
    drawGraph(beginDrawing(canvas.current, size), drawn, palette, (context) => {
      const { width, height, view } = drawn;
      const sheet = {
        scene,
        palette,
        batches: lines,
        view,
        width,
        height,
        ratio: window.devicePixelRatio || 1,
      };
      if (!layer.draw(context, sheet)) drawLines(context, lines, view, width, height);
    });
  }, [drawnAt, scene, lines, layer, palette, size, canvas, latest]);
  current.current = draw;
  useDrawing(draw);
  return { drawnAt, redraw };
}
