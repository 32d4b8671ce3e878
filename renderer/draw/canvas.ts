export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A cleared drawing context in CSS pixels over a backing store in device pixels. The store is reallocated only
 * when its size changes, because that is dear.
 */
export function beginDrawing(canvas: HTMLCanvasElement, size: Size): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(size.widthPx * ratio));
  const height = Math.max(1, Math.round(size.heightPx * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas gives no 2D context.');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.widthPx, size.heightPx);
  return context;
}

/** Calls back with the element's size in CSS pixels, now and after each change; returns how to stop. */
export function observeSize(element: Element, changed: (size: Size) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    changed({ widthPx: entry.contentRect.width, heightPx: entry.contentRect.height });
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** A line's coordinate moved to the middle of a device pixel, so that one-pixel lines stay sharp. */
export function crisp(px: number): number {
  return Math.round(px) + 0.5;
}
