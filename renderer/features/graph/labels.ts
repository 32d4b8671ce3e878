/** A text that wants to stand beside a node; earlier ones go first. */
export interface WantedLabel {
  /** Middle of the node and its radius, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly width: number;
  readonly height: number;
  /** Stands in the middle of the node where it fits there, as in a bubble. */
  readonly inside: boolean;
  /** Stands above its node if it can, as on a ring. */
  readonly above: boolean;
  /** Rather covers a dot than be left out. */
  readonly must: boolean;
}

export interface PlacedLabel {
  /** Place among those wanted. */
  readonly label: number;
  /** Middle of its left edge. */
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 64;
const GAP = 3;

/**
 * Places labels one by one where they cover no label before them and no dot, right, left, below or above their node;
 * one that fits nowhere is left out. Those outside `width` by `height` are not placed.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  dots: readonly { readonly x: number; readonly y: number; readonly r: number }[],
  width: number,
  height: number,
): PlacedLabel[] {
  const labels = new Map<string, Box[]>();
  const points = new Map<string, Box[]>();
  const cellsOf = ({ left, top, right, bottom }: Box): string[] => {
    const cells: string[] = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) cells.push(`${x} ${y}`);
    return cells;
  };
  const take = (taken: Map<string, Box[]>, box: Box) => {
    for (const cell of cellsOf(box)) {
      const boxes = taken.get(cell);
      if (boxes) boxes.push(box);
      else taken.set(cell, [box]);
    }
  };
  for (const { x, y, r } of dots) take(points, { left: x - r, top: y - r, right: x + r, bottom: y + r });
  const isFree = (taken: ReadonlyMap<string, readonly Box[]>, box: Box) =>
    cellsOf(box).every((cell) => !(taken.get(cell) ?? []).some((other) => overlap(box, other)));
  return wanted.flatMap((one, label) => {
    const free = candidates(one).filter(
      (place) =>
        place.right > 0 &&
        place.left < width &&
        place.bottom > 0 &&
        place.top < height &&
        isFree(labels, place),
    );
    const box = free.find((place) => isFree(points, place)) ?? (one.must ? free[0] : undefined);
    if (!box) return [];
    take(labels, box);
    return [{ label, x: box.left, y: (box.top + box.bottom) / 2 }];
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function candidates({ x, y, r, width, height, inside, above }: WantedLabel): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  if (inside && width <= 2 * r - 6) return [at(x - width / 2, y - height / 2)];
  const right = at(x + r + GAP, y - height / 2);
  const left = at(x - r - GAP - width, y - height / 2);
  const below = at(x - width / 2, y + r + GAP);
  const over = at(x - width / 2, y - r - GAP - height);
  return above ? [over, below, right, left] : [right, left, below, over];
}
