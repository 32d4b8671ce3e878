import { useCallback, useRef } from 'react';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useDrawing } from '../../draw/use-drawing.ts';
import { drawStep } from './draw-matrix.ts';
import { STEPS } from './matrix-model.ts';

const WORDS: Readonly<Record<number, string>> = {
  [-3]: 'an eighth or less',
  [-2]: 'a quarter',
  [-1]: 'half',
  0: 'as expected',
  1: 'twice',
  2: 'four times',
  3: 'eight times or more',
};

/** The scale of the cells: fill above, dash below, so that it is read without colour too. */
export function MatrixLegend() {
  return (
    <p className="coverage-legend">
      <span>Beside what its cohort gives:</span>
      {Array.from({ length: 2 * STEPS + 1 }, (_, k) => k - STEPS).map((step) => (
        <span key={step}>
          <Swatch step={step} />
          {WORDS[step]}
        </span>
      ))}
      <span>empty: none asked, next to none expected</span>
    </p>
  );
}

const SIZE = { widthPx: 18, heightPx: 14 };

function Swatch({ step }: { step: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useDrawing(
    useCallback(() => {
      if (!canvas.current) return;
      drawStep(beginDrawing(canvas.current, SIZE), step, true, 0, 0, SIZE.widthPx, SIZE.heightPx, palette);
    }, [step, palette]),
  );
  return <canvas ref={canvas} style={{ width: SIZE.widthPx, height: SIZE.heightPx }} />;
}
