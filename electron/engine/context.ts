import { randomUUID } from 'node:crypto';
import { StillwatchError } from '../../shared/contract/errors.ts';
import type { Case } from './case/case.ts';
import type { PrintPdf } from './print-pdf.ts';

/** What handlers reach: the one open case and the files the person chose. */
export class Context {
  /** null where nothing draws pages, as on the command line. */
  readonly printPdf: PrintPdf | null;
  private current: Case | null = null;
  private readonly grants = new Map<string, string>();
  private readonly below = new Map<string, string>();
  private readonly secrets = new Map<string, string>();
  /** Where the application keeps files of its own; null where nobody said, as on the command line. */
  ownFolder: string | null = null;

  constructor(printPdf: PrintPdf | null = null) {
    this.printPdf = printPdf;
  }

  /** @throws StillwatchError NO_CASE; BUSY while its file is written anew */
  get case(): Case {
    if (!this.current) throw new StillwatchError('NO_CASE', 'No case is open. Open one first.');
    if (!this.current.db.open)
      throw new StillwatchError('BUSY', 'The case is just being written anew. Wait until that is done.');
    return this.current;
  }

  /** Takes the place of the case open before, which is closed. */
  async setCase(next: Case | null): Promise<void> {
    const before = this.current;
    this.current = next;
    await before?.close();
  }

  /** Takes the place of the case open before, unless that has gone meanwhile: then `next` is closed too. */
  async replaceCase(before: Case, next: Case): Promise<void> {
    if (this.current === before) await this.setCase(next);
    else await next.close();
  }

  grant(id: string, path: string): void {
    this.grants.set(id, path);
  }

  /** The grant for a file in a folder that a person chose; of the same file always the same. */
  grantBelow(folder: string, path: string): string {
    const key = `${folder} ${path}`;
    const id = this.below.get(key) ?? randomUUID();
    this.below.set(key, id);
    this.grants.set(id, path);
    return id;
  }

  giveSecret(id: string, secret: string): void {
    this.secrets.set(id, secret);
  }

  /** A secret given before, once. @throws StillwatchError NOT_FOUND */
  takeSecret(id: string): string {
    const secret = this.secrets.get(id);
    this.secrets.delete(id);
    if (secret !== undefined) return secret;
    throw new StillwatchError(
      'NOT_FOUND',
      'The keychain was not asked for this secret, or it was used already. Nothing was done with it. Try again.',
    );
  }

  /** @throws StillwatchError NOT_FOUND for a file nobody chose */
  path(grant: string): string {
    const path = this.grants.get(grant);
    if (path === undefined)
      throw new StillwatchError('NOT_FOUND', 'This file was not chosen in this session. Choose it again.');
    return path;
  }
}
