import { type AccountTotal, allTotals } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';

/** All accounts of a case in a list; elsewhere in filters an account is its place in it. */
export class AccountsOfCase {
  readonly totals: readonly AccountTotal[];
  private readonly places = new Map<number, number>();
  private readonly placesByName = new Map<string, number>();

  constructor(db: Database) {
    this.totals = allTotals(db);
    this.totals.forEach(({ id, account }, place) => {
      this.places.set(id, place);
      this.placesByName.set(account, place);
    });
  }

  get count(): number {
    return this.totals.length;
  }

  /** By the id in the case; undefined when it has no such account. */
  place(id: number): number | undefined {
    return this.places.get(id);
  }

  /** By the outside id. */
  placeOf(account: string): number | undefined {
    return this.placesByName.get(account);
  }
}
