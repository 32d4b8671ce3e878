import { useEffect, useRef } from 'react';
import { sparkHeights } from './spark-heights.ts';
import { useTheme } from './theme.ts';

interface Props {
  readonly bins: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** Activity as steps on a square-root scale, each row against its own maximum. */
export function Sparkline({ bins, width, height, label }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.shown);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours read below
  useEffect(() => {
    const canvas = ref.current!;
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d')!;
    const style = getComputedStyle(canvas);
    context.fillStyle = style.getPropertyValue('--hairline');
    context.fillRect(0, canvas.height - 1, canvas.width, 1);
    context.fillStyle = style.getPropertyValue('--subject');
    const step = canvas.width / Math.max(1, bins.length);
    sparkHeights(bins, canvas.height).forEach((bar, index) => {
      const left = Math.round(index * step);
      context.fillRect(left, canvas.height - bar, Math.max(1, Math.round((index + 1) * step) - left), bar);
    });
  }, [bins, width, height, theme]);

  return <canvas ref={ref} className="sparkline" role="img" aria-label={label} style={{ width, height }} />;
}
