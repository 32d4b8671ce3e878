import { listGroups } from '../../../groups/read.ts';
import type { Reading } from '../reading.ts';
import { counted, time } from '../report-html.ts';

/** What people put together or keep apart beside what was computed of an operator; a report for outsiders has none. */
export function* groupsOf({ open: { db }, voice, zone }: Reading, operator: string): Generator<string> {
  if (!voice.notes) return;
  const own = listGroups(db).filter(({ from }) => from.some((one) => one.operator === operator));
  if (own.length === 0) return;
  yield '<h4>What people decided beside it</h4>\n<ul>\n';
  for (const { of, how, title, accounts, reason, author, createdUs } of own) {
    const what =
      of === 'operator'
        ? how === 'merge'
          ? 'that act together'
          : 'apart from the rest'
        : how === 'merge'
          ? 'of one customer'
          : 'that are not one customer';
    yield `<li>${voice.wrote(title) ?? ''}: ${counted(accounts.length, 'accounts')} ${what} (${accounts
      .slice(0, 12)
      .map((account) => voice.account(account, 60))
      .join(
        ', ',
      )}${accounts.length > 12 ? ', …' : ''}). ${voice.wrote(reason) ?? ''} <span class="soft">${voice.person(author) ?? ''}, ${time(zone, createdUs)}</span></li>\n`;
  }
  yield '</ul>\n';
}
