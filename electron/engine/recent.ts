/** Keeps the values that were asked for last, by key. */
export class Recent<Value> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  /** @param most how many are kept */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  put(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) if (this.values.size > this.most) this.values.delete(oldest);
  }

  /** The value kept under the key, or else the one made now. */
  obtain(key: string, make: () => Value): Value {
    const value = this.get(key) ?? make();
    this.put(key, value);
    return value;
  }
}
