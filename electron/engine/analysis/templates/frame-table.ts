import { type Frame, FrameCounter, framesOf } from './frames.ts';

/** The frames of all texts by their places; 16 bytes a text. */
export class FrameTable {
  private readonly edges = new FrameCounter();
  private readonly openings = new FrameCounter();
  private readonly edgesAt: Float64Array;
  private readonly openingsAt: Float64Array;

  constructor(texts: number) {
    this.edgesAt = new Float64Array(texts);
    this.openingsAt = new Float64Array(texts);
  }

  add(place: number, text: string): void {
    const { edges, openings } = framesOf(text);
    this.edges.add(edges);
    this.openings.add(openings);
    this.edgesAt[place] = edges.hash;
    this.openingsAt[place] = openings.hash;
  }

  /** Call it after the last text. */
  settle(): void {
    this.edges.settle();
    this.openings.settle();
  }

  /** The frame that a text follows, undefined where too few different texts do. */
  frameAt(place: number): Frame | undefined {
    return this.edges.settled(this.edgesAt[place]) ?? this.openings.settled(this.openingsAt[place]);
  }
}
