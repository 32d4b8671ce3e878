/** A set of small whole numbers that is emptied at once and asked without hashing. */
export class Marks {
  private readonly markedIn: Uint32Array;
  private round = 1;

  /** @param size the numbers are below it */
  constructor(size: number) {
    this.markedIn = new Uint32Array(size);
  }

  clear(): void {
    this.round++;
  }

  add(value: number): void {
    this.markedIn[value] = this.round;
  }

  has(value: number): boolean {
    return this.markedIn[value] === this.round;
  }
}
