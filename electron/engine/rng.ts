/**
 * Seeded randomness: sfc32, seeded through splitmix32. Only 32-bit integer steps and
 * V8's own Math functions are used, so one seed gives the same numbers on every platform.
 */
const TWO_32 = 4_294_967_296;

export class Rng {
  private readonly key: number;
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** A generator for that seed; any integer is accepted, its low and high 32 bits both count. */
  constructor(seed: number) {
    this.key = mix((seed >>> 0) ^ mix(Math.floor(seed / TWO_32) >>> 0));
    this.a = mix(this.key ^ 0x9e3779b9);
    this.b = mix(this.a ^ 0x243f6a88);
    this.c = mix(this.b ^ 0xb7e15162);
    for (let warm = 0; warm < 12; warm++) this.uint32();
  }

  /** An independent generator for a label; it depends on the seed and the label, not on draws made so far. */
  fork(label: string): Rng {
    let hash = 0x811c9dc5;
    for (let at = 0; at < label.length; at++) hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193);
    return new Rng(mix(this.key ^ mix(hash)) + mix(hash ^ 0x5bd1e995) * TWO_32);
  }

  /** A uniform integer in [0, 2^32). */
  uint32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  float(): number {
    return this.uint32() / TWO_32;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.float();
  }

  /** A uniform integer in [low, high], both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.float() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.float() * list.length)]!;
  }

  /** The index of a weight, with probability in proportion to it. */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let at = 0; at < weights.length; at++) total += weights[at]!;
    let left = this.float() * total;
    for (let at = 0; at < weights.length - 1; at++) {
      left -= weights[at]!;
      if (left < 0) return at;
    }
    return weights.length - 1;
  }

  /** A shuffled copy. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = this.int(0, at);
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  }

  /** That many different elements, in random order; the whole list when it is shorter. */
  sample<T>(list: readonly T[], count: number): T[] {
    return this.shuffled(list).slice(0, count);
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.uint32().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  /** Standard normal. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.float()));
    return radius * Math.cos(2 * Math.PI * this.float());
  }

  /** Lognormal with that mean; sigma is the standard deviation of the logarithm. */
  lognormal(mean: number, sigma: number): number {
    return mean * Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.float());
  }

  /** Gamma with that shape (> 0) and mean, after Marsaglia and Tsang. */
  gamma(shape: number, mean: number): number {
    if (shape < 1)
      return this.gamma(shape + 1, (mean * (shape + 1)) / shape) * (1 - this.float()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - this.float()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return (d * v * mean) / shape;
    }
  }

  poisson(mean: number): number {
    if (mean <= 0) return 0;
    // Above this mean the normal approximation is within the benchmark's own noise and costs one draw.
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.float(); product > limit; product *= this.float()) count++;
    return count;
  }
}

/** One step of splitmix32, used as a hash of 32 bits. */
function mix(value: number): number {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
