/** Seeded nonsense prose with a large vocabulary in which few words are frequent, as in real text. */
export class Prose {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) | 0;
    let z = this.state ^ (this.state >>> 15);
    z = Math.imul(z, 0x2c1b3c6d);
    return ((z ^ (z >>> 12)) >>> 0) / 4_294_967_296;
  }

  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)];
  }

  /** Words by a power law over 4,000 of them. */
  words(count: number): string {
    return Array.from({ length: count }, () => word(Math.floor(4_000 * this.next() ** 2))).join(' ');
  }
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo zu da fe gi ho ja ku la me no pi'.split(' ');

function word(index: number): string {
  const [a, b, c] = [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400)];
  return SYLLABLES[a] + SYLLABLES[b] + SYLLABLES[(c * 7 + a) % 20];
}

/** Texts in an order that has nothing to do with how they were made, each once. */
export function canonical(texts: readonly string[]): string[] {
  const key = (text: string): number => {
    let h = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h ^ (h >>> 13)) >>> 0;
  };
  return [...new Set(texts)].sort((one, other) => key(one) - key(other) || (one < other ? -1 : 1));
}
