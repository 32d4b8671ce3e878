import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { beginDrawing, type Size } from '../../draw/canvas.ts';
import { useDrawing } from '../../draw/use-drawing.ts';

export interface Scroll {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly label: string;
  /** What is scrolled over, and the part of it in view. */
  readonly whole: Size;
  readonly window: Size;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly draw: (context: CanvasRenderingContext2D, scroll: Scroll, size: Size) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A point of the window, or null when the pointer leaves. */
  readonly onPoint: (at: { readonly x: number; readonly y: number } | null, scroll: Scroll) => void;
  readonly onPick: (at: { readonly x: number; readonly y: number }, scroll: Scroll) => void;
  readonly onFocus?: () => void;
}

/** Room for a scroll bar, in CSS pixels. */
export const BAR_PX = 12;

/** A picture larger than its place: the canvas is as large as what is in view, and draws that alone. */
export function ScrollCanvas({
  label,
  whole,
  window,
  frame,
  draw,
  onKeyDown,
  onPoint,
  onPick,
  onFocus,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [scroll, setScroll] = useState<Scroll>({ x: 0, y: 0 });
  useDrawing(
    useCallback(() => {
      if (canvas.current) draw(beginDrawing(canvas.current, window), scroll, window);
    }, [draw, scroll, window]),
  );
  const pointOf = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return (
    <div
      ref={frame}
      className="coverage-scroll"
      style={{ height: window.heightPx + (whole.widthPx > window.widthPx ? BAR_PX : 0) }}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys of its cells
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onScroll={({ currentTarget }) => {
        setScroll({ x: currentTarget.scrollLeft, y: currentTarget.scrollTop });
        onPoint(null, scroll);
      }}
      onPointerMove={(event) => onPoint(pointOf(event), scroll)}
      onPointerLeave={() => onPoint(null, scroll)}
      onClick={(event) => onPick(pointOf(event), scroll)}
    >
      <canvas ref={canvas} style={{ width: window.widthPx, height: window.heightPx }} />
      <div
        className="coverage-spacer"
        style={{ width: whole.widthPx, height: whole.heightPx - window.heightPx }}
      />
    </div>
  );
}
