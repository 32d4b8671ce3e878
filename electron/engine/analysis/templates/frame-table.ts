import type { Frame, FrameWriter } from './frame-writer.ts';
import { FrameReader } from './frames.ts';
import { recurringFrames } from './recurring-frames.ts';

/** Shorter frames are everybody's. */
const LEAST_WORDS = 8;

/** The frames of all texts by their places; 16 bytes a text. */
export class FrameTable {
  private readonly reader = new FrameReader();
  private readonly edgesAt: Float64Array;
  private readonly openingsAt: Float64Array;
  private edges: ReadonlyMap<number, Frame> = new Map();
  private openings: ReadonlyMap<number, Frame> = new Map();

  constructor(texts: number) {
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
    this.edges = recurringFrames(this.edgesAt, (place) => {
      reader.read(textAt(place));
      return reader.edges.frame();
    });
    this.openings = recurringFrames(this.openingsAt, (place) => {
      reader.read(textAt(place));
      return reader.openings.frame();
    });
  }

  /** The frame that a text follows, undefined where too few different texts do. */
  frameAt(place: number): Frame | undefined {
    return this.edges.get(this.edgesAt[place]) ?? this.openings.get(this.openingsAt[place]);
  }
}

/** 0 for a frame too short to count. */
function countedHash(frame: FrameWriter): number {
  return frame.words < LEAST_WORDS ? 0 : frame.hash();
}
