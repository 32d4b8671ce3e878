import type { AccountContent } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Palette } from '../../draw/palette.ts';
import { fitText, measurer } from '../../draw/text.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { HEAD_PX, type Tile } from './treemap-layout.ts';

/** Of more classes those with the fewest requests are grey: a heading tells them apart in any case. */
const HUES = 7;
const LEAST_LETTERS = 6;

/** `data analysis`; what no text tells has a name of its own. */
export function className(capability: string | null): string {
  return capability === null ? 'prompt not known' : capability.replaceAll('_', ' ');
}

export function topicName(topic: string | null): string {
  return topic === null ? 'no topic' : shownText(topic, { max: 60 });
}

/** Tiles tinted by class, each class under its heading; labels only where they fit. */
export function drawTreemap(
  context: CanvasRenderingContext2D,
  { classes, requests: all }: AccountContent,
  tiles: readonly Tile[],
  marked: Tile | undefined,
  palette: Palette,
): void {
  const font = palette.fontSmall;
  const bold = font.replace(/^/, '600 ');
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const tile of tiles) {
    const { x, y, width, height, at, topic, requests } = tile;
    const one = classes[at];
    const hue = at < HUES && one.capability !== null ? palette.categories[at] : palette.contextStrong;
    if (topic === null) {
      context.fillStyle = hue;
      context.fillRect(x, y, width, 3);
      context.fillStyle = palette.ink;
      const measure = measurer(context, bold);
      context.font = bold;
      const words = `${className(one.capability)} ${formatCount(requests)} (${formatShare(requests, all)})`;
      context.fillText(fitText(words, width - 8, measure), x + 4, y + 3 + (HEAD_PX - 3) / 2);
      continue;
    }
    context.globalAlpha = 0.2;
    context.fillStyle = hue;
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
    const measure = measurer(context, font);
    context.font = font;
    if (height >= 16) {
      context.fillStyle = palette.ink;
      const name = topicName(one.topics[topic].topic);
      const fitted = fitText(name, width - 8, measure);
      // A letter or two name nothing.
      if (fitted === name || fitted.length >= LEAST_LETTERS) context.fillText(fitted, x + 4, y + 9);
    }
    if (height >= 32 && measure(formatCount(requests)) < width - 8) {
      context.fillStyle = palette.inkSoft;
      context.fillText(formatCount(requests), x + 4, y + 24);
    }
  }
  if (!marked) return;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.strokeRect(
    marked.x + 1,
    marked.y + 1,
    Math.max(1, marked.width - 2),
    Math.max(1, marked.height - 2),
  );
}
