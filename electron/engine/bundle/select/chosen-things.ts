import { parseReference, type Reference } from '../../../../shared/reference.ts';
import { accountId } from '../../accounts/totals.ts';
import { accountsOfOperators } from '../../analysis/accounts-of-operators.ts';
import type { Database } from '../../case/database.ts';
import type { RequestsBehind } from '../../exhibits/requests-behind.ts';
import { type FoundRequest, findRequest } from '../../requests/find-request.ts';

/** Things that references of scopes and notes name, gathered: who is meant, and which requests. */
export class ChosenThings {
  /** Ids in the last analysis. */
  readonly operators = new Set<string>();
  /** Ids in the case of accounts all of whose requests are meant. */
  readonly wholly = new Set<number>();
  /** Ids in the case of accounts that are meant, wholly or in part. */
  readonly accounts = new Set<number>();
  readonly ranges: RequestsBehind[] = [];
  readonly singles: FoundRequest[] = [];
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** Outside id; one that is not in the case any more is left out. */
  addAccount(account: string): void {
    const id = accountId(this.db, account);
    if (id !== undefined) this.addId(id);
  }

  /** With its members. */
  addOperator(operator: string): void {
    const accounts = accountsOfOperators(this.db, [operator]);
    if (accounts.length === 0) return;
    this.operators.add(operator);
    for (const id of accounts) this.addId(id);
  }

  /** What names no accounts or requests (topics, templates, the case itself) adds none. */
  addReference(text: string): void {
    const reference = parseReference(text);
    if (reference) this.add(reference);
  }

  /** Requests that stand behind something shown: of accounts that are meant already when it is of all accounts. */
  addBehind({ accounts, range, chips }: RequestsBehind): void {
    for (const account of accounts ?? []) this.accounts.add(account);
    this.ranges.push({ accounts: accounts ?? [...this.accounts], range, chips });
  }

  private addId(id: number): void {
    this.wholly.add(id);
    this.accounts.add(id);
  }

  private add(reference: Reference): void {
    switch (reference.kind) {
      case 'account':
        return this.addAccount(reference.account);
      case 'operator':
        return this.addOperator(reference.operator);
      case 'link':
        this.addAccount(reference.a);
        return this.addAccount(reference.b);
      case 'session':
        return this.addAccount(reference.account);
      case 'organisation': {
        const ids = this.db
          .prepare('SELECT DISTINCT account_id FROM account_record WHERE organization_id = ?')
          .pluck()
          .all(reference.organisation) as number[];
        for (const id of ids) this.addId(id);
        return;
      }
      case 'request': {
        const found = findRequest(this.db, reference.source, reference.row);
        if (!found) return;
        this.accounts.add(accountId(this.db, found.account) as number);
        this.singles.push(found);
        return;
      }
      case 'range': {
        const inner = new ChosenThings(this.db);
        inner.add(reference.of);
        if (inner.wholly.size === 0) return;
        for (const account of inner.wholly) this.accounts.add(account);
        for (const operator of inner.operators) this.operators.add(operator);
        const { fromUs, toUs } = reference;
        this.ranges.push({ accounts: [...inner.wholly], range: { fromUs, toUs }, chips: [] });
        return;
      }
      default:
        return;
    }
  }
}
