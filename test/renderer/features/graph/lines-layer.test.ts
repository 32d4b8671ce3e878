import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LineBatch } from '../../../../renderer/features/graph/line-batches.ts';
import type { LinesQuestion } from '../../../../renderer/features/graph/lines-sheet.ts';
import type { Scene } from '../../../../renderer/features/graph/scene.ts';
import { PALETTE } from '../../drawn.ts';

const asked: LinesQuestion[] = [];
const worker = {
  onmessage: (_: unknown) => {},
  onerror: () => {},
  postMessage: (question: LinesQuestion) => asked.push(question),
  terminate: () => {},
};
vi.mock('../../../../renderer/features/graph/layout-thread.ts', () => ({ startWorker: () => worker }));
const { LinesLayer } = await import('../../../../renderer/features/graph/lines-layer.ts');

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
});
afterEach(() => vi.useRealTimers());

const linesOf = (count: number): readonly LineBatch[] => [
  { stroke: '#c2', alpha: 1, dash: [], width: 1, thins: false, ends: new Float64Array(4 * count) },
];
const SCENE = {} as Scene;
const sheet = (batches: readonly LineBatch[], x = 0, k = 1, scene = SCENE) => ({
  ...{ scene, palette: PALETTE, batches },
  view: { k, x, y: 0 },
  ...{ width: 900, height: 500, ratio: 1 },
});
const MANY = linesOf(100);

function layer() {
  const redraw = vi.fn();
  const one = new LinesLayer(redraw);
  const drawImage = vi.fn();
  const context = { drawImage } as unknown as CanvasRenderingContext2D;
  const answer = () => worker.onmessage({ data: { sheet: { width: 1300, height: 900, close: () => {} } } });
  return { draw: (wanted: ReturnType<typeof sheet>) => one.draw(context, wanted), drawImage, redraw, answer };
}

test('few lines are left to the page, and no worker is asked', () => {
  expect(layer().draw(sheet(linesOf(10)))).toBe(false);
  expect(asked).toEqual([]);
});

test('many lines are asked for once, with room around, and drawn as they come', () => {
  const { draw, drawImage, redraw, answer } = layer();
  expect(draw(sheet(MANY))).toBe(false);
  expect(draw(sheet(MANY))).toBe(false);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ batches: MANY, view: { k: 1, x: 200, y: 200 }, width: 1300, height: 900 });
  answer();
  expect(redraw).toHaveBeenCalledOnce();
  expect(draw(sheet(MANY))).toBe(true);
  expect(drawImage.mock.calls[0].slice(1)).toEqual([-200, -200, 1300, 900]);
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(1);
});

test('the sheet moves with the picture, and is drawn for its place once that rests', () => {
  const { draw, drawImage, answer } = layer();
  draw(sheet(MANY));
  answer();
  for (const x of [10, 20, 30]) draw(sheet(MANY, x));
  expect(drawImage.mock.lastCall?.slice(1)).toEqual([-170, -200, 1300, 900]);
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(asked).toHaveLength(2);
  expect(asked[1].view.x).toBe(230);
  // The worker has the lines already.
  expect(asked[1].batches).toBeUndefined();
});

test('a picture that is moved far, or zoomed, is asked for at once and scaled meanwhile', () => {
  const { draw, drawImage, answer } = layer();
  draw(sheet(MANY));
  answer();
  draw(sheet(MANY, 150));
  expect(asked).toHaveLength(2);
  answer();
  expect(draw(sheet(MANY, 150, 2))).toBe(true);
  expect(drawImage.mock.lastCall?.slice(1)).toEqual([150 - 2 * 350, -400, 2600, 1800]);
  expect(asked).toHaveLength(3);
});

test('lines that have moved are asked for at once, those before stand in', () => {
  const { draw, answer } = layer();
  draw(sheet(MANY));
  answer();
  const moved = linesOf(100);
  expect(draw(sheet(moved))).toBe(true);
  expect(asked).toHaveLength(2);
  expect(asked[1].batches).toBe(moved);
});

test('lines of another picture never stand in, and without a worker the page draws', () => {
  const { draw, answer } = layer();
  draw(sheet(MANY));
  answer();
  const other = sheet(linesOf(80), 0, 1, {} as Scene);
  expect(draw(other)).toBe(false);
  worker.onerror();
  answer();
  expect(draw(other)).toBe(false);
});
