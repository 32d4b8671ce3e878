import type { EvidenceFamily } from '../../../shared/contract/analysis.ts';
import type { Palette } from '../../draw/palette.ts';
import type { Picture } from '../../draw/picture.ts';
import { captionOf } from '../../ui/caption.ts';
import { FAMILY_WORDS } from '../analysis/words.ts';
import { filterInForce } from '../timeline/filter-in-force.ts';
import { drawGraph } from './draw-graph.ts';
import type { Drawn } from './drawn.ts';
import { lineLook } from './line-look.ts';

const LEGEND_PX = 26;

/** The graph as it is looked at, with what its lines stand for and what is left out under it. */
export function graphPicture(drawn: Drawn, title: string, said: readonly string[]): Picture {
  const { width, height } = drawn;
  return {
    size: { widthPx: width, heightPx: height + LEGEND_PX },
    caption: captionOf(title, filterInForce(), 'Links from the analysis of the case', [
      ...said,
      `Circles: accounts, large ones operators, orange from likely on. Squares, triangles, diamonds: shared identity, fingerprints, content. The thicker a line the more bits; orange: the weakest bridge.${
        drawn.scene.nodes.some(({ outside }) => outside) ? ' Hollow and grey: outside the filter.' : ''
      }`,
    ]),
    draw: (context, _, palette) => {
      context.save();
      context.beginPath();
      context.rect(0, 0, width, height);
      context.clip();
      drawGraph(context, drawn, palette);
      context.restore();
      drawFamilies(context, drawn, height + LEGEND_PX / 2, palette);
    },
  };
}

/** A line of each family of evidence that is drawn, with its name. */
function drawFamilies(
  context: CanvasRenderingContext2D,
  { scene }: Drawn,
  y: number,
  palette: Palette,
): void {
  const families = new Set(scene.edges.map(({ family }) => family));
  let x = 0;
  context.font = palette.fontSmall;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const family of Object.keys(FAMILY_WORDS) as EvidenceFamily[]) {
    if (!families.has(family)) continue;
    const { hue, dash } = lineLook(family, scene.edges.length);
    context.strokeStyle = palette.categories[hue];
    context.lineWidth = 2;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 34, y);
    context.stroke();
    context.fillStyle = palette.inkSoft;
    context.fillText(FAMILY_WORDS[family], x + 42, y);
    x += 42 + context.measureText(FAMILY_WORDS[family]).width + 20;
  }
  context.setLineDash([]);
}
