import { followedReader, keptIds } from '../../analysis/read-followed.ts';
import { FIRST_KEPT, NO_TEMPLATE } from '../../analysis/templates/followed.ts';
import { OTHER_TEMPLATE } from './request-columns.ts';
import type { Leaving } from './table.ts';

/** Tells which template each request follows: its id, `other` for one that is not published, null for none. */
export class FollowedNames {
  private readonly followed: ReturnType<typeof followedReader>;
  private readonly names: readonly string[];

  constructor({ db, templates }: Leaving) {
    this.followed = followedReader(db);
    this.names = keptIds(db).map((id) => (templates.has(id) ? id : OTHER_TEMPLATE));
  }

  /** undefined for a chunk that no analysis has seen. */
  ofChunk(chunk: number, rows: number): ((index: number) => string | null) | undefined {
    const codes = this.followed(chunk, rows);
    if (!codes) return undefined;
    return (index) => {
      const code = codes[index];
      if (code === NO_TEMPLATE) return null;
      return code < FIRST_KEPT ? OTHER_TEMPLATE : (this.names[code - FIRST_KEPT] ?? OTHER_TEMPLATE);
    };
  }
}
