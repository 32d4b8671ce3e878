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
  const context = canvas.getContext('2d', { desynchronized: isSoftware() });
  if (!context) throw new Error('The canvas gives no 2D context.');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.widthPx, size.heightPx);
  return context;
}

let software: boolean | undefined;

/**
 * Whether the page is put together by the processor alone. There a canvas that goes to the screen by itself, past the
 * painting of the page, costs a third per frame. With a graphics card it saves nothing and may be seen half drawn.
 */
function isSoftware(): boolean {
  if (software === undefined) {
    const probe = new OffscreenCanvas(1, 1).getContext('webgl', { failIfMajorPerformanceCaveat: true });
    software = probe === null;
    probe?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return software;
}

/** Shows a layer that lies over another only while there is something on it: an empty one costs as much as a full one. */
export function showLayer(canvas: HTMLCanvasElement, shown: boolean): void {
  const visibility = shown ? '' : 'hidden';
  if (canvas.style.visibility !== visibility) canvas.style.visibility = visibility;
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
