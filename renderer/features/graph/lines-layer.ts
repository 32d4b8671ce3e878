import type { Palette } from '../../draw/palette.ts';
import type { View } from './fit.ts';
import { startWorker } from './layout-thread.ts';
import type { LineBatch } from './line-batches.ts';
import type { LinesAnswer, LinesQuestion } from './lines-sheet.ts';
import type { Scene } from './scene.ts';

/** Around the picture as much more is drawn, so that it can be moved before it is drawn anew. */
const MARGIN_PX = 200;
/** So few lines are drawn in a frame. */
const MOST_DIRECT = 40;
/** After so long without a move the lines are drawn for where the picture stands. */
const REST_MS = 40;

interface Sheet {
  /** What the lines are of: those of another picture, or in other colours, never stand in. */
  readonly scene: Scene;
  readonly palette: Palette;
  readonly batches: readonly LineBatch[];
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/**
 * The lines of the picture on a sheet that a worker draws, because thousands of lines take many frames. While the
 * picture is moved the sheet moves, and scales, with it; once it rests the lines are as if drawn here.
 */
export class LinesLayer {
  private worker: Worker | null = null;
  private failed = false;
  private asked: Sheet | null = null;
  private shown: (Sheet & { readonly bitmap: ImageBitmap }) | null = null;
  private sent: readonly LineBatch[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly redraw: () => void;

  /** @param redraw asked for when another sheet has come. */
  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** Draws what there is of the lines; false where they must be drawn by the caller. */
  draw(context: CanvasRenderingContext2D, wanted: Sheet): boolean {
    if (this.failed || wanted.batches.reduce((sum, { ends }) => sum + ends.length / 4, 0) <= MOST_DIRECT)
      return false;
    const { shown } = this;
    clearTimeout(this.timer);
    if (
      !shown ||
      shown.scene !== wanted.scene ||
      shown.palette !== wanted.palette ||
      shown.ratio !== wanted.ratio
    ) {
      this.ask(wanted);
      return false;
    }
    const scale = wanted.view.k / shown.view.k;
    const snapped = (px: number) => (scale === 1 ? Math.round(px * shown.ratio) / shown.ratio : px);
    const x = wanted.view.x + (-MARGIN_PX - shown.view.x) * scale;
    const y = wanted.view.y + (-MARGIN_PX - shown.view.y) * scale;
    const [sheetX, sheetY] = [snapped(x), snapped(y)];
    context.drawImage(
      shown.bitmap,
      sheetX,
      sheetY,
      (shown.bitmap.width / shown.ratio) * scale,
      (shown.bitmap.height / shown.ratio) * scale,
    );
    const near =
      scale === 1 && Math.abs(x + MARGIN_PX) < MARGIN_PX / 2 && Math.abs(y + MARGIN_PX) < MARGIN_PX / 2;
    const isExact =
      shown.view.x === wanted.view.x &&
      shown.view.y === wanted.view.y &&
      shown.width === wanted.width &&
      shown.height === wanted.height;
    // Lines of a node that is being dragged come a little later than the node.
    if (!near || shown.batches !== wanted.batches) this.ask(wanted);
    else if (!isExact) this.timer = setTimeout(() => this.ask(wanted), REST_MS);
    return true;
  }

  close(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    this.asked = null;
    this.sent = null;
    this.shown?.bitmap.close();
    this.shown = null;
  }

  /** One sheet at a time: what is asked for meanwhile is asked for again by the picture drawn when it comes. */
  private ask(wanted: Sheet): void {
    if (this.asked) return;
    const worker = this.worker ?? this.start();
    const { batches, view, width, height, ratio } = wanted;
    this.asked = wanted;
    const question: LinesQuestion = {
      ...(batches !== this.sent && { batches }),
      view: { k: view.k, x: view.x + MARGIN_PX, y: view.y + MARGIN_PX },
      width: width + 2 * MARGIN_PX,
      height: height + 2 * MARGIN_PX,
      ratio,
    };
    this.sent = batches;
    worker.postMessage(question);
  }

  private start(): Worker {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<LinesAnswer>) => {
      this.shown?.bitmap.close();
      this.shown = this.asked && { ...this.asked, bitmap: data.sheet };
      this.asked = null;
      this.redraw();
    };
    worker.onerror = () => {
      // The lines are drawn in the page from now on, slower.
      this.failed = true;
      this.redraw();
    };
    this.worker = worker;
    return worker;
  }
}
