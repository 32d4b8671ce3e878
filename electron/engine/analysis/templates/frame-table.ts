import type { Frame, FrameWriter } from './frame-writer.ts';
import { FrameReader } from './frames.ts';
import { recurringFrames } from './recurring-frames.ts';

/** Shorter frames are everybody's. */
const LEAST_WORDS = 8;

/** The frames of all texts by their places; 16 bytes a text until it is settled, then 4. */
export class FrameTable {
  private readonly reader = new FrameReader();
  private readonly texts: number;
  private edgesAt: Float64Array;
  private openingsAt: Float64Array;
  private frames: readonly Frame[] = [];
  /** 1 + index of each text's frame, 0 where it follows none. */
  private frameOf = new Uint32Array(0);

  constructor(texts: number) {
    this.texts = texts;
    this.edgesAt = new Float64Array(texts);
    this.openingsAt = new Float64Array(texts);
  }

  add(place: number, text: string): void {
    const { reader } = this;
    reader.read(text);
    this.edgesAt[place] = countedHash(reader.edges);
    this.openingsAt[place] = countedHash(reader.openings);
  }

  /** Call it after the last text. */
  settle(textAt: (place: number) => string): void {
    const { reader } = this;
    const edges = recurringFrames(this.edgesAt, (place) => {
      reader.read(textAt(place));
      return reader.edges.frame();
    });
    const openings = recurringFrames(this.openingsAt, (place) => {
      reader.read(textAt(place));
      return reader.openings.frame();
    });
    this.frames = [...edges.values(), ...openings.values()];
    const numberOf = new Map<Frame, number>(this.frames.map((frame, f) => [frame, f + 1]));
    this.frameOf = new Uint32Array(this.texts);
    for (let place = 0; place < this.texts; place++) {
      const frame = edges.get(this.edgesAt[place]) ?? openings.get(this.openingsAt[place]);
      if (frame) this.frameOf[place] = numberOf.get(frame) ?? 0;
    }
    this.edgesAt = new Float64Array(0);
    this.openingsAt = new Float64Array(0);
  }

  /** The frame that a text follows, undefined where too few different texts do. */
  frameAt(place: number): Frame | undefined {
    return this.frames[this.frameOf[place] - 1];
  }
}

/** 0 for a frame too short to count. */
function countedHash(frame: FrameWriter): number {
  return frame.words < LEAST_WORDS ? 0 : frame.hash();
}
