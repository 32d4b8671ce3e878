import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseNext, type Investigator } from '../../electron/dev/investigator.ts';
import { analysedCase, caseOf } from './analysed-case.ts';
import { openApp, picture, tempFolder } from './app.ts';
import { violations } from './look.ts';

/**
 * How far the SVG, drawn by the browser without the bundled fonts, may be from the PNG on average, of the way from
 * black to white. Both are compared in squares of `SQUARE` pixels of the PNG, so that the shapes of letters, which
 * are of another font, count for little and what is missing or out of place for much.
 */
const MOST_DIFFERENCE = 0.006;
const SQUARE = 24;
/** The same as a part of what the PNG differs by from a sheet with nothing on it. */
const MOST_OF_SHEET = 0.15;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ELEMENTS = new Set(['svg', 'defs', 'clipPath', 'path', 'text', 'pattern', 'image']);

type Act = 'Copy as PNG' | 'Copy as SVG' | 'Save as PNG…' | 'Save as SVG…';

async function choose({ page }: Investigator, chart: string, act: Act): Promise<void> {
  const button = page.getByRole('button', { name: `Picture of ${chart}`, exact: true });
  await button.scrollIntoViewIfNeeded();
  await button.click();
  await page.getByRole('button', { name: act, exact: true }).click();
}

/** Saves a chart through the dialog and back from the disk: what the file holds. */
async function save(person: Investigator, chart: string, path: string): Promise<Buffer> {
  await chooseNext(person.app, path);
  await choose(person, chart, path.endsWith('.png') ? 'Save as PNG…' : 'Save as SVG…');
  const said = person.page.getByText(`Saved ${basename(path)}, SHA-256`);
  await said.waitFor();
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(await said.innerText()).toContain(hash.slice(0, 12));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  return bytes;
}

/** Reads the SVG, which the browser took for well-formed: what it says, with nothing in it that runs or loads. */
function readSvg(svg: string): string {
  const texts: string[] = [];
  const left = svg.replace(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>([^<]*)/g,
    (_, end, name, attributes, text) => {
      expect(ELEMENTS).toContain(name);
      for (const [, key, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
        expect(key).not.toMatch(/^on/i);
        if (/href|src/i.test(key)) expect(value).toMatch(/^data:image\/png;base64,/);
        else if (key !== 'xmlns') expect(value).not.toMatch(/\w+:\/\/|javascript:|url\((?!#)/i);
      }
      if (name === 'text' && end === '') texts.push(text);
      else expect(text.trim()).toBe('');
      return '';
    },
  );
  expect(left).toBe('');
  return texts.join('\n').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

interface Compared {
  readonly difference: number;
  readonly fromEmpty: number;
  readonly size: readonly [number, number];
}

/** Mean difference of a pixel between the two files of one picture, and between the PNG and an empty sheet. */
async function compare(page: Page, png: Buffer, svg: string): Promise<Compared> {
  return page.evaluate(
    async ([pngUrl, svgUrl, square]) => {
      const load = async (url: string) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return image;
      };
      const [raster, vector] = [await load(pngUrl), await load(svgUrl)];
      const { naturalWidth: width, naturalHeight: height } = raster;
      const squares = (image: HTMLImageElement) => {
        const context = new OffscreenCanvas(width, height).getContext('2d')!;
        context.drawImage(image, 0, 0, width, height);
        const pixels = context.getImageData(0, 0, width, height).data;
        const across = Math.ceil(width / square);
        const sums = new Float64Array(across * Math.ceil(height / square) * 3);
        for (let at = 0; at < width * height; at++) {
          const x = at % width;
          const of = Math.floor((at - x) / width / square) * across + Math.floor(x / square);
          for (let c = 0; c < 3; c++) sums[of * 3 + c] += pixels[at * 4 + c] / square ** 2;
        }
        return sums;
      };
      const [one, other] = [squares(raster), squares(vector)];
      let [difference, fromEmpty] = [0, 0];
      for (let at = 0; at < one.length; at++) {
        difference += Math.abs(one[at] - other[at]);
        fromEmpty += Math.abs(one[at] - one[at % 3]);
      }
      const all = one.length * 255;
      return {
        difference: difference / all,
        fromEmpty: fromEmpty / all,
        size: [width / vector.naturalWidth, height / vector.naturalHeight] as const,
      };
    },
    [
      `data:image/png;base64,${png.toString('base64')}`,
      `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      SQUARE,
    ] as const,
  );
}

/** Saves a chart both ways and holds the two files against each other; what the SVG says. */
async function bothWays(person: Investigator, chart: string, folder: string, name: string): Promise<string> {
  const { page } = person;
  const png = await save(person, chart, join(folder, `${name}.png`));
  expect(png.subarray(0, 8)).toEqual(PNG_SIGNATURE);
  const svg = (await save(person, chart, join(folder, `${name}.svg`))).toString();
  const again = (await save(person, chart, join(folder, `${name}-again.svg`))).toString();
  expect(again === svg, `${name} is the same file each time`).toBe(true);
  const { difference, fromEmpty, size } = await compare(page, png, svg);
  expect(size).toEqual([2, 2]);
  expect(difference, `${name}: SVG and PNG`).toBeLessThan(MOST_DIFFERENCE);
  expect(difference, `${name}: SVG and PNG`).toBeLessThan(fromEmpty * MOST_OF_SHEET);
  return readSvg(svg);
}

/** The picture on the clipboard as the main process finds it there: its size and pixels. */
function clipboardPixels({ app }: Investigator): Promise<string> {
  return app.evaluate(async ({ clipboard, nativeImage }) => {
    const earlier = clipboard as unknown as { readImage?: () => Electron.NativeImage };
    if (earlier.readImage) return pixels(earlier.readImage());
    const later = clipboard as unknown as { read: () => Promise<readonly ClipboardItem[]> };
    const [item] = await later.read();
    const blob = await item.getType('image/png');
    return pixels(nativeImage.createFromBuffer(Buffer.from(await blob.arrayBuffer())));

    function pixels(image: Electron.NativeImage): string {
      const { width, height } = image.getSize();
      return `${width} × ${height} ${image.toBitmap().toString('base64')}`;
    }
  });
}

function filePixels({ app }: Investigator, path: string): Promise<string> {
  return app.evaluate(({ nativeImage }, from) => {
    const image = nativeImage.createFromPath(from);
    const { width, height } = image.getSize();
    return `${width} × ${height} ${image.toBitmap().toString('base64')}`;
  }, path);
}

test('charts are saved as SVG and PNG that show the same, with a caption that tells what they are of', async () => {
  const folder = tempFolder();
  const path = await analysedCase(folder);
  const person = await openApp();
  const { page } = person;
  const main = page.getByRole('main');
  await person.openCase(path, null);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor();
  const operator = list.getByRole('button', { name: 'O-1', exact: true });
  const openOperator = async () => {
    await list.waitFor();
    await operator.click();
    await page.getByRole('heading', { name: 'Operator O-1', level: 1 }).waitFor();
  };
  await openOperator();

  await page.getByRole('table', { name: 'The link, item by item' }).waitFor();
  const waterfall = await bothWays(person, 'the link, item by item', folder, 'waterfall');
  expect(waterfall).toMatch(/^The link of \S+ and \S+: \d+ items? of evidence adds? up to \+[\d.]+ bits$/m);
  const [hash] = /Data set SHA-256 [0-9a-f]{64}/.exec(waterfall) ?? [];
  expect(hash).toBeDefined();
  expect(waterfall).toMatch(/Filter: none · time zone Europe\/Berlin/);
  expect(waterfall).toMatch(/requests in the case · TLP:AMBER/);

  await main.getByRole('button', { name: 'Lanes', exact: true }).click();
  await page.getByRole('main', { name: 'Lanes' }).waitFor();
  await page.getByText(/^Variance over mean|^Evenness cannot be told/).waitFor();
  await page.getByRole('button', { name: 'Picture of lanes', exact: true }).click();
  await picture(page, 'pictures-menu');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: 'Copy as PNG' }).count()).toBe(0);
  const lanes = await bothWays(person, 'lanes', folder, 'lanes');
  expect(lanes).toMatch(/^3 lanes of operator O-1 over time: ([\d,]+) of \1 requests in view/m);
  expect(lanes).toMatch(/evenness of load/);
  expect(lanes).toContain(hash);
  const heat = await bothWays(person, 'hour and weekday of 3 lanes', folder, 'heat');
  expect(heat).toMatch(/^Hour and weekday of [\d,]+ requests of 3 lanes/m);
  await page.getByRole('img', { name: /^Times between successive requests/ }).waitFor();
  expect(await bothWays(person, 'times between requests', folder, 'arrivals')).toMatch(/half within/);

  await page.getByRole('button', { name: 'Its page' }).click();
  await main.getByRole('button', { name: 'Show links', exact: true }).click();
  await page.getByRole('application', { name: /^Linked accounts/ }).waitFor();
  await page.locator('[role=application][aria-busy=false]').waitFor();
  const graph = await bothWays(person, 'linked accounts', folder, 'graph');
  expect(graph).toMatch(/^Linked accounts: 0 of \d+ operators as bubbles, 3 of /m);
  expect(graph).toContain(hash);

  // An account under a filter: the words of the filter stand in the caption, and the requests counted are those in view.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  await openOperator();
  const member = page.getByRole('table', { name: 'Accounts of the operator' }).getByRole('button').first();
  const account = await member.innerText();
  await member.click();
  await person.timeline().waitFor();
  const timeline = await bothWays(person, 'requests over time', folder, 'timeline');
  const [title] = timeline.split('\n');
  expect(title).toContain(`Requests over time of account ${account}`);
  const [, counted] = /: ([\d,]+) of \1 requests in view/.exec(timeline.replaceAll('\n', ' ')) ?? [];
  expect(counted).toBeDefined();
  expect(timeline).toMatch(new RegExp(`^${counted} requests of [\\d,]+ requests in the case`, 'm'));
  await person.brush(0.4, 0.7);
  await page.keyboard.press('Enter');
  await page
    .getByText(/time of the filter|Clear|filter/i)
    .first()
    .waitFor();
  const filtered = await bothWays(person, 'requests over time', folder, 'timeline-filtered');
  expect(filtered).toMatch(/Filter: from 2026-\d\d-\d\d \d\d:\d\d to .* Europe\/Berlin · time zone/);

  // The caption speaks of the steps that are drawn, and of how many requests the veil leaves.
  const [, per] = /^(requests per .+)$/m.exec(filtered) ?? [];
  expect(filtered).toContain(`Steps: ${per}, square root scale.`);
  expect(filtered.replaceAll('\n', ' ')).toMatch(
    /outside the time of the filter, which [\d,]+ requests? of these lie in/,
  );

  await choose(person, 'requests over time', 'Copy as PNG');
  await page.getByText('Copied the picture.').waitFor();
  expect(await clipboardPixels(person)).toBe(await filePixels(person, join(folder, 'timeline-filtered.png')));

  // Both sides of a comparison, which the time of the filter makes of the operator.
  const rail = page.getByRole('navigation', { name: 'Views' });
  await rail.getByRole('button', { name: 'Operators' }).click();
  await openOperator();
  await main.getByRole('button', { name: 'Lanes', exact: true }).click();
  await page.getByRole('main', { name: 'Lanes' }).getByRole('button', { name: 'Compare' }).first().click();
  await page.getByRole('heading', { name: 'Compare', level: 1 }).waitFor();
  const side = await bothWays(person, 'activity of side B', folder, 'side');
  expect(side).toMatch(/^Requests per .* of operator O-1, 2026-/m);
  const week = await bothWays(person, 'hour and weekday of side A', folder, 'week');
  expect(week).toMatch(/Filter: side A, operator O-1, 2026-/);

  await rail.getByRole('button', { name: 'Operators' }).click();
  await list.waitFor();
  await operator.waitFor();
  const sizes = await list.locator('[data-column=accounts]').allInnerTexts();
  const large = sizes.map(Number).findIndex((accounts) => accounts >= 8 && accounts <= 60);
  await list
    .getByRole('row')
    .nth(large + 1)
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('img', { name: /^\d+ links between/ }).waitFor();
  const matrix = await bothWays(person, 'each account against each', folder, 'matrix');
  expect(matrix).toMatch(
    new RegExp(`^Each account against each: \\d+ links between ${sizes[large]} accounts`, 'm'),
  );

  await rail.getByRole('button', { name: 'Templates' }).click();
  const templates = page.getByRole('grid', { name: 'Templates' });
  await templates.waitFor();
  await templates.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Growth in numbers' }).waitFor();
  const growth = await bothWays(person, 'growth', folder, 'growth');
  expect(growth).toMatch(/^Growth of template \S+: [\d,]+ distinct fillings? over ([\d,]+) requests/m);
}, 600_000);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Forty accounts of which two, hostile by name, share a hostile organisation and prompts. */
function hostileLog(path: string, names: readonly string[], organization: string): void {
  const lines = Array.from({ length: 1200 }, (_, at) => {
    const account = at % 40;
    const shared = account < names.length;
    return [
      new Date(Date.UTC(2026, 4, 4, 8, at)).toISOString(),
      shared ? names[account] : `ac_${account}`,
      shared ? organization : `org_${account}`,
      shared ? `rate answer ${at} of the list` : `what is ${account} ${at}`,
      names[at % names.length],
      '200',
    ]
      .map(quoted)
      .join(',');
  });
  writeFileSync(path, `timestamp,account_id,organization_id,prompt_text,model,status\n${lines.join('\n')}\n`);
}

test('hostile names are text in pictures', async () => {
  const folder = tempFolder();
  const names = [
    'ac_\u202e</text><script>alert(1)</script>',
    '"><image href="https://example.org/x" onload="x">',
  ];
  const log = join(folder, 'log.csv');
  hostileLog(log, names, '<foreignObject>org</foreignObject>');
  const path = join(folder, 'case.swcase');
  await caseOf(path, [log], true);
  const person = await openApp();
  const { page } = person;
  await person.openCase(path, null);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Operators' }).click();
  const list = page.getByRole('grid', { name: 'Operators' });
  await list.waitFor();
  await list.getByRole('button', { name: 'O-1', exact: true }).click();
  await page.getByRole('table', { name: 'The link, item by item' }).waitFor();
  const texts = [await bothWays(person, 'the link, item by item', folder, 'waterfall')];
  expect(texts[0]).toContain('<foreignobject>');
  texts.push(await bothWays(person, 'lanes', folder, 'lanes'));
  const members = page.getByRole('table', { name: 'Accounts of the operator' });
  await members
    .getByRole('button', { name: /<script>/ })
    .first()
    .click();
  await person.timeline().waitFor();
  texts.push(await bothWays(person, 'requests over time', folder, 'timeline'));
  expect(texts[2]).toMatch(/of account ac_.*<\/text><script>/);
  expect(texts.join('')).not.toMatch(/\u202e/);
}, 300_000);
