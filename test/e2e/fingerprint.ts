import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** What the centre of the window shows, in parts that can be compared between two runs, a name for each. */
export type Fingerprint = Readonly<Record<string, string>>;

/** How often, and how far apart, the centre has to look the same before it counts as drawn. */
const LOOKS = 4;
const APART_MS = 250;
const MOST_LOOKS = 240;

/** The fingerprint once nothing is under way any more and it has stayed the same for a second. */
export async function fingerprint(page: Page): Promise<Fingerprint> {
  let before = '';
  let same = 0;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const now = await read(page);
    const text = JSON.stringify(now);
    same = now !== null && text === before ? same + 1 : 1;
    if (now !== null && same === LOOKS) return now;
    before = text;
    await pause(APART_MS);
  }
  throw new Error('The centre of the window never came to rest.');
}

/** Pixels of canvases as hashes, drawings of SVG as markup, tables as text; null while something is under way. */
function read(page: Page): Promise<Fingerprint | null> {
  return page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    if (main.querySelector('[aria-busy=true], progress, .coverage-busy')) return null;
    const parts: Record<string, string> = {};
    const hashOf = (canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const context = canvas.getContext('2d', { willReadFrequently: false });
      const pixels = new Uint32Array(context!.getImageData(0, 0, width, height).data.buffer);
      // FNV-1a over whole pixels.
      let hash = 0x811c9dc5;
      for (const pixel of pixels) hash = Math.imul(hash ^ pixel, 0x01000193);
      return `${width} x ${height}, ${(hash >>> 0).toString(16)}`;
    };
    const nameOf = (element: Element) =>
      element.closest('[aria-label]')?.getAttribute('aria-label')?.slice(0, 60) ?? '';
    main.querySelectorAll('canvas').forEach((canvas, at) => {
      parts[`canvas ${at}: ${nameOf(canvas)}`] = hashOf(canvas);
    });
    main.querySelectorAll('svg').forEach((svg, at) => {
      // Identifiers count how often something was shown, and show nothing.
      const ids = / (?:id|aria-labelledby|aria-describedby)="[^"]*"/g;
      parts[`drawing ${at}: ${nameOf(svg)}`] = svg.outerHTML.replaceAll(ids, '');
    });
    main.querySelectorAll<HTMLElement>('table, [role=grid], dl, ul').forEach((table, at) => {
      parts[`text ${at}: ${nameOf(table)}`] = table.innerText;
    });
    return parts;
  });
}
