/** A rectangle of the desktop, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Area, 'width' | 'height'>;

/** Where a window was; while it is maximised, where it would be otherwise. */
export interface WindowState extends Area {
  readonly maximised: boolean;
}

/** Without a position the system centres the window. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

export const LEAST_SIZE = { width: 960, height: 640 };
const FIRST_SIZE = { width: 1400, height: 900 };
/** The part of a window that must be on a screen for a hand to reach it: of the title strip at its top. */
const STRIP_PX = 32;
const GRIP_PX = 120;

/**
 * Where to open the window, given where it was and the work areas of the screens there are now, the primary first.
 * A screen may be gone or smaller than it was: a place whose title strip cannot be reached is given up, and no
 * window is larger than what all screens span together, nor smaller than the least size.
 */
export function placeWindow(saved: WindowState | null, screens: readonly Area[]): WindowPlace {
  const [primary] = screens;
  if (saved === null) return fitSize(FIRST_SIZE, primary);
  const place = { x: saved.x, y: saved.y, ...fitSize(saved, span(screens)) };
  return screens.some((screen) => isReachable(place, screen)) ? place : fitSize(saved, primary);
}

function fitSize(wanted: Size, most: Size): Size {
  return {
    width: Math.max(LEAST_SIZE.width, Math.min(wanted.width, most.width)),
    height: Math.max(LEAST_SIZE.height, Math.min(wanted.height, most.height)),
  };
}

function isReachable(window: Area, screen: Area): boolean {
  const wide = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return wide >= GRIP_PX && window.y >= screen.y && window.y + STRIP_PX <= screen.y + screen.height;
}

function span(screens: readonly Area[]): Size {
  const length = (start: 'x' | 'y', size: 'width' | 'height') =>
    Math.max(...screens.map((screen) => screen[start] + screen[size])) -
    Math.min(...screens.map((screen) => screen[start]));
  return { width: length('x', 'width'), height: length('y', 'height') };
}
