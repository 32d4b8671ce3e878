import type { CaseSettings } from '../../../shared/contract/cases.ts';
import { act } from '../commands/act.ts';
import { listRecords } from '../records/read.ts';
import type { Case } from './case.ts';

/** Each setting in the words of a title. */
const WORDS: Readonly<Record<keyof CaseSettings, string>> = {
  name: 'name',
  reference: 'reference',
  handling: 'handling marking',
  pap: 'permissible actions',
  timeZone: 'time zone',
  retention: 'retention note',
  question: 'question and authority',
};

/** Changes what the case is called and how it is handled: only what is given and differs, as one act. */
export function changeCase(open: Case, settings: CaseSettings): void {
  const now = new Map(listRecords(open.db, 'property').map(([id, { value }]) => [id, value]));
  const changed = Object.entries(settings).flatMap(([id, given]) => {
    // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
    const value = given.toWellFormed();
    return value === (now.get(id) ?? '') ? [] : [{ id: id as keyof CaseSettings, value }];
  });
  if (changed.length === 0) return;
  act(open, {
    action: 'case.change',
    title: titleOf(changed),
    changes: changed.map(({ id, value }) => ({ kind: 'property', id, body: { value } })),
  });
}

/** One short value is told; of several, or of a text, only what was changed. */
function titleOf(changed: readonly { readonly id: keyof CaseSettings; readonly value: string }[]): string {
  const words = changed.map(({ id }) => WORDS[id]);
  const last = words.at(-1);
  const [{ id, value }] = changed;
  const what = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
  const told = words.length === 1 && id !== 'retention' && id !== 'question';
  if (!told) return `change the ${what} of the case`;
  return value === '' ? `clear the ${what} of the case` : `change the ${what} of the case to ${value}`;
}
