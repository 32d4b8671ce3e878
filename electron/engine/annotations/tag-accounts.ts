import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { formatReference } from '../../../shared/reference.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { annotationWords, changeOf } from './words.ts';

/**
 * Puts one tag on many accounts as one act, leaving out those that have it on themselves already.
 * @param ids of accounts in the case
 * @returns how many were tagged
 * @throws StillwatchError NOT_FOUND for an id the case does not have
 */
export function tagAccounts(open: Case, ids: readonly number[], text: string): number {
  const { db, author } = open;
  const tag = text.trim().toWellFormed();
  const find = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  const has = db.prepare(
    "SELECT 1 FROM annotation WHERE account = ? AND target = ? AND kind = 'tag' AND text = ?",
  );
  const atUs = nowUs();
  const annotations = [...new Set(ids)].flatMap((id) => {
    const account = find.get(id) as string | undefined;
    if (account === undefined) {
      throw new StillwatchError('NOT_FOUND', 'The case holds no such account. Nothing was tagged.');
    }
    const on = formatReference({ kind: 'account', account });
    if (has.get(account, on, tag)) return [];
    return { on, account, kind: 'tag' as const, text: tag, author, createdUs: atUs, changedUs: atUs };
  });
  if (annotations.length === 0) return 0;
  act(open, {
    action: 'annotations.add',
    title: `add ${annotationWords(annotations[0])} to ${annotations.length} accounts`,
    changes: annotations.map((annotation) => changeOf(uuidv7(), annotation)),
  });
  return annotations.length;
}
