/** How often something that stops by itself is started again: at most `most` times within any `withinMs`. */
export class RestartBudget {
  readonly #most: number;
  readonly #withinMs: number;
  #takenMs: readonly number[] = [];

  constructor(most = 3, withinMs = 60_000) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** Takes one restart at `nowMs` (milliseconds of any steady clock); false when none is left. */
  take(nowMs: number): boolean {
    this.#takenMs = this.#takenMs.filter((takenMs) => nowMs - takenMs < this.#withinMs);
    if (this.#takenMs.length >= this.#most) return false;
    this.#takenMs = [...this.#takenMs, nowMs];
    return true;
  }
}
