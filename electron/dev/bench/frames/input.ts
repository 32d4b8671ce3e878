import { setTimeout as pause } from 'node:timers/promises';
import type { Investigator } from '../../investigator.ts';

type Page = Investigator['page'];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a picture is panned: held by its ground, or with the Shift key where a drag alone proposes a range. */
export type Hold = 'ground' | 'shift';

/** As often as a screen is drawn, and as a wheel or mouse reports. */
const EVENT_MS = 1000 / 60;
const WHEEL_PX = 60;
/** Events of a turn of the wheel, and of a drag one way. */
const LENGTH = 30;
/** A round: zoomed in, dragged there and back to either side, zoomed out. */
export const ROUND_MS = 6 * LENGTH * EVENT_MS;

/**
 * One round: zooms in, pans there and back, and zooms out by wheel and drag, and so ends where it began. Events are sent
 * at the pace of a hand, whether the page keeps up or not.
 */
export async function panAndZoom(page: Page, box: Box, hold: Hold): Promise<void> {
  const x = box.x + box.width * 0.55;
  const y = box.y + box.height * 0.5;
  // The corner of a picture of nodes is its ground.
  const from = hold === 'ground' ? { x: box.x + box.width * 0.25, y: box.y + box.height * 0.08 } : { x, y };
  const sent: Promise<unknown>[] = [];
  let dueMs = performance.now();
  const send = async (event: () => Promise<unknown>) => {
    dueMs += EVENT_MS;
    await pause(Math.max(0, dueMs - performance.now()));
    sent.push(event());
  };
  const wheel = async (px: number) => {
    await page.mouse.move(x, y);
    dueMs = performance.now();
    for (let i = 0; i < LENGTH; i++) await send(() => page.mouse.wheel(0, px));
  };
  const drag = async (reach: number) => {
    await page.mouse.move(from.x, from.y);
    if (hold === 'shift') await page.keyboard.down('Shift');
    await page.mouse.down();
    dueMs = performance.now();
    for (let i = 1; i <= 2 * LENGTH; i++) {
      const far = (i <= LENGTH ? i : 2 * LENGTH - i) / LENGTH;
      await send(() => page.mouse.move(from.x + reach * far, from.y + (hold === 'ground' ? far * 60 : 0)));
    }
    await page.mouse.up();
    if (hold === 'shift') await page.keyboard.up('Shift');
  };
  await wheel(-WHEEL_PX);
  await drag(box.width * 0.3);
  await drag(box.width * -0.3);
  await wheel(WHEEL_PX);
  await Promise.all(sent);
}
