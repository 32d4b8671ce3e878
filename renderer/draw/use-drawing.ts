import { type RefObject, useEffect, useState } from 'react';
import { observeSize, type Size } from './canvas.ts';
import { frames } from './frame.ts';

/** Has `draw` run in the next frame, now and whenever it is another function. */
export function useDrawing(draw: () => void): void {
  useEffect(() => {
    frames.schedule(draw);
    return () => frames.cancel(draw);
  }, [draw]);
}

/** The element's size in CSS pixels; null until it is known. */
export function useSize(element: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => (element.current ? observeSize(element.current, setSize) : undefined), [element]);
  return size;
}
