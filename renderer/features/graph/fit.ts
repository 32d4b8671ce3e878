/** How the picture is looked at: a point of it lies on the screen at `k` times its coordinates plus `x`, `y`. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export const LEAST_ZOOM = 0.02;
export const MOST_ZOOM = 8;
const MARGIN = 34;
/** A few nodes alone are not blown up. */
const MOST_FIT = 1.8;

/** The view in which all circles are seen. */
export function fitted(circles: readonly Circle[], width: number, height: number): View {
  if (circles.length === 0) return { k: 1, x: width / 2, y: height / 2 };
  const left = Math.min(...circles.map(({ x, r }) => x - r));
  const right = Math.max(...circles.map(({ x, r }) => x + r));
  const top = Math.min(...circles.map(({ y, r }) => y - r));
  const bottom = Math.max(...circles.map(({ y, r }) => y + r));
  const room = (px: number, span: number) => Math.max(1, px - 2 * MARGIN) / Math.max(1, span);
  const k = Math.max(LEAST_ZOOM, Math.min(MOST_FIT, room(width, right - left), room(height, bottom - top)));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** Whether circles are seen whole and large enough to tell things in them apart. */
export function isInView(circles: readonly Circle[], view: View, width: number, height: number): boolean {
  return circles.every(({ x, y, r }) => {
    const [px, py, pr] = [x * view.k + view.x, y * view.k + view.y, r * view.k];
    return px - pr >= 0 && px + pr <= width && py - pr >= 0 && py + pr <= height && view.k >= 0.6;
  });
}

/** Whether a place is on the screen, with some room around it. */
export function isWellInside(
  { x, y }: { readonly x: number; readonly y: number },
  view: View,
  width: number,
  height: number,
): boolean {
  const [px, py] = [x * view.k + view.x, y * view.k + view.y];
  return px > 20 && px < width - 20 && py > 20 && py < height - 20;
}
