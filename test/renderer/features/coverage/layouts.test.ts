import { describe, expect, it } from 'vitest';
import { cellAt, matrixLayout } from '../../../../renderer/features/coverage/matrix-layout.ts';
import { stripLayout, topicAt } from '../../../../renderer/features/coverage/strip-layout.ts';
import { tileAt, treemapTiles } from '../../../../renderer/features/coverage/treemap-layout.ts';
import type { AccountContent } from '../../../../shared/contract/coverage.ts';

describe('matrixLayout', () => {
  it('finds the cell under a point, scrolled or not, and none on labels or beyond the end', () => {
    const layout = matrixLayout(50, 10, 600, 128);
    const { left, top, cellWidth, cellHeight } = layout;
    const still = { x: 0, y: 0 };
    expect(cellAt(layout, left + 1, top + 1, still)).toEqual([0, 0]);
    expect(cellAt(layout, left + 2.5 * cellWidth, top + 3.5 * cellHeight, still)).toEqual([3, 2]);
    expect(cellAt(layout, left + 1, top + 1, { x: 2 * cellWidth, y: 4 * cellHeight })).toEqual([4, 2]);
    expect(cellAt(layout, left - 1, top + 1, still)).toBeNull();
    expect(cellAt(layout, left + 1, top - 1, still)).toBeNull();
    expect(cellAt(layout, left + 10 * cellWidth + 1, top + 1, still)).toBeNull();
  });

  it('keeps columns legible where there are many, and scrolls instead', () => {
    expect(matrixLayout(5, 120, 600, 128).size.widthPx).toBeGreaterThan(600);
    expect(matrixLayout(5, 3, 2000, 128).cellWidth).toBeLessThanOrEqual(30);
  });
});

describe('stripLayout', () => {
  it('finds the topic under a point', () => {
    const layout = stripLayout(4, 900);
    expect(topicAt(layout, layout.top + 1, 0)).toBe(0);
    expect(topicAt(layout, layout.top + 1, 2 * layout.rowHeight)).toBe(2);
    expect(topicAt(layout, layout.top - 1, 0)).toBe(-1);
    expect(topicAt(layout, layout.top + 4 * layout.rowHeight + 1, 0)).toBe(-1);
    expect(layout.size.widthPx).toBeLessThanOrEqual(900);
  });
});

const CONTENT: AccountContent = {
  classes: [
    {
      capability: 'coding',
      requests: 60,
      topics: [
        { topic: 'web', requests: 40 },
        { topic: null, requests: 20 },
      ],
    },
    { capability: null, requests: 40, topics: [{ topic: 'law', requests: 40 }] },
  ],
  requests: 100,
  ofRequests: 100,
};

describe('treemapTiles', () => {
  const tiles = treemapTiles(CONTENT, { widthPx: 1000, heightPx: 1000 });
  const of = (at: number, topic: number | null) =>
    tiles.find((tile) => tile.at === at && tile.topic === topic);

  it('gives classes and topics areas like their requests, within their class', () => {
    expect(tiles).toHaveLength(5);
    const area = (tile = of(0, null)) => (tile ? tile.width * tile.height : 0);
    expect(area(of(0, null)) / area(of(1, null))).toBeCloseTo(60 / 40, 1);
    expect(area(of(0, 0)) / area(of(0, 1))).toBeCloseTo(2, 1);
    expect(of(0, null)).toMatchObject({ requests: 60 });
    const [whole, part] = [of(0, null), of(0, 1)];
    expect(part && whole && part.x >= whole.x && part.y > whole.y).toBe(true);
  });

  it('finds the topic under a point, or its class where the heading lies', () => {
    const web = of(0, 0);
    const coding = of(0, null);
    expect(web && tileAt(tiles, web.x + 2, web.y + 2)).toBe(web);
    expect(coding && tileAt(tiles, coding.x + 2, coding.y + 2)).toBe(coding);
    expect(tileAt(tiles, -1, 5)).toBeUndefined();
  });
});
