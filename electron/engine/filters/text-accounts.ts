import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Case } from '../case/case.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { searchQuery } from '../text/search-query.ts';
import { prepareTexts } from '../texts/prepare.ts';
import { blockOf, publishedBlocks } from '../texts/uses.ts';
import type { AccountSet } from './account-sets.ts';
import type { AccountsOfCase } from './accounts-of-case.ts';
import { eachTextAccount } from './text-log.ts';

/**
 * The accounts with a request whose prompt holds one of the typed queries; texts that no search finds yet are made
 * searchable first. It costs what the blocks with texts found cost, however many requests there are.
 * @param packedOf the packed accounts of a block of texts, one for each source that uses it.
 * @throws StillwatchError BAD_ARGS without a word to look for, CANCELLED
 */
export async function accountsWithText(
  open: Case,
  accounts: AccountsOfCase,
  packedOf: (block: number) => readonly Uint8Array[],
  typed: readonly (string | null)[],
  job: Job,
): Promise<AccountSet> {
  const queries = typed.map((text) => (text === null ? null : searchQuery(text)));
  if (queries.some((query) => query === null))
    throw new StillwatchError(
      'BAD_ARGS',
      'The words looked for in prompts hold no letter or digit. The filter was not applied. Type a word.',
    );
  await prepareTexts(open, job);
  return open.during(job, async (running) => {
    const pause = pacer(running);
    const set = new Uint8Array(accounts.count);
    const blocks = publishedBlocks(open.db);
    const search = open.db.prepare('SELECT rowid FROM prompt_search WHERE prompt_search MATCH ?').pluck();
    let done = 0;
    for (const query of queries) {
      const found = search.all(query) as number[];
      for (let i = 0; i < found.length; ) {
        const block = blockOf(blocks, found[i]);
        if (!block) {
          i++;
          continue;
        }
        const wanted = new Uint8Array(block.texts);
        for (; i < found.length && found[i] < block.id + block.texts; i++) wanted[found[i] - block.id] = 1;
        for (const packed of packedOf(block.id)) {
          eachTextAccount(packed, (text, account) => {
            const place = wanted[text] === 1 ? accounts.place(account) : undefined;
            if (place !== undefined) set[place] = 1;
          });
        }
        await pause({ stage: 'looking for prompts', done: ++done, total: blocks.length, unit: 'entries' });
      }
    }
    return set;
  });
}
