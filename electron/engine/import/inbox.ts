/** Messages in order of arrival, then the failure that ended them. */
export class Inbox<T> {
  private readonly messages: T[] = [];
  private failure: unknown;
  private waiting:
    | { readonly resolve: (message: T) => void; readonly reject: (error: unknown) => void }
    | undefined;

  put(message: T): void {
    if (this.waiting) {
      this.waiting.resolve(message);
      this.waiting = undefined;
    } else this.messages.push(message);
  }

  fail(error: unknown): void {
    this.failure ??= error;
    this.waiting?.reject(this.failure);
    this.waiting = undefined;
  }

  next(): Promise<T> {
    const message = this.messages.shift();
    if (message !== undefined) return Promise.resolve(message);
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }
}
