/** Numbers of values, from 1 in the order in which they turn up; 0 is no value. */
export class ValueNumbers {
  private readonly texts: (string | null)[] = [null];
  private readonly numbers = new Map<string | null, number>([[null, 0]]);

  /** How many numbers there are, that of no value included. */
  get count(): number {
    return this.texts.length;
  }

  /** The number of a value, which is given one if it has none yet. */
  number(value: string | null): number {
    let number = this.numbers.get(value);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(value);
      this.numbers.set(value, number);
    }
    return number;
  }

  /** undefined for a value that nothing has. */
  find(value: string | null): number | undefined {
    return this.numbers.get(value);
  }

  text(number: number): string | null {
    return this.texts[number];
  }
}
