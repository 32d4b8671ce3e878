import type { Investigator } from '../../investigator.ts';
import type { Box } from './input.ts';

type Page = Investigator['page'];

interface Recording {
  times: number[];
  on: boolean;
}
type Recorded = typeof globalThis & { benchFrames?: Recording };

/** Times at which the page began its animation frames while `work` ran, milliseconds. */
export async function frameTimes(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const recording: Recording = { times: [], on: true };
    (globalThis as Recorded).benchFrames = recording;
    const next = (atMs: number) => {
      recording.times.push(atMs);
      if (recording.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await work();
  return page.evaluate(() => {
    const recording = (globalThis as Recorded).benchFrames!;
    recording.on = false;
    return recording.times;
  });
}

/**
 * Puts an empty canvas over a part of the page, of the size given, cleared and filled anew in each frame, and taking all
 * input: what the machine can do at the most. Returns how to take it away.
 */
export async function coverWithCanvas(page: Page, box: Box): Promise<() => Promise<void>> {
  await page.evaluate((at) => {
    const canvas = document.createElement('canvas');
    canvas.id = 'bench-empty';
    canvas.width = Math.round(at.width * devicePixelRatio);
    canvas.height = Math.round(at.height * devicePixelRatio);
    const { style } = canvas;
    style.position = 'fixed';
    style.left = `${at.x}px`;
    style.top = `${at.y}px`;
    style.width = `${at.width}px`;
    style.height = `${at.height}px`;
    style.zIndex = '1000';
    canvas.addEventListener('wheel', (event) => event.preventDefault(), { passive: false });
    // A drag over a page selects its text, which is dear and not what is measured.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    document.body.append(canvas);
    const context = canvas.getContext('2d')!;
    let odd = false;
    const draw = () => {
      if (!canvas.isConnected) return;
      odd = !odd;
      context.clearRect(0, 0, canvas.width, canvas.height);
      // Another colour each time, or there would be nothing to show.
      context.fillStyle = odd ? '#f4f2ee' : '#f4f2ef';
      context.fillRect(0, 0, canvas.width, canvas.height);
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }, box);
  return () => page.evaluate(() => document.getElementById('bench-empty')!.remove());
}
