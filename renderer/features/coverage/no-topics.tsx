import type { TopicBasis } from '../../../shared/contract/coverage.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatUnits } from '../../ui/format.ts';
import { DropAnyCondition } from '../filter/drop-conditions.tsx';

/** Why no topics can be shown, and what to do. */
export function NoTopics({
  basis: { accounts, unknown, uncounted, matching, requests },
}: {
  basis: TopicBasis;
}) {
  if (matching && matching.ofAccounts > 0 && requests === 0)
    return (
      <EmptyState title="None of these requests meets the filter">
        <p>
          {`${formatUnits(matching.ofAccounts, 'account')} asked for. Drop a condition, or choose other accounts.`}
        </p>
        <DropAnyCondition />
      </EmptyState>
    );
  if (accounts === 0)
    return (
      <EmptyState title="None of these accounts is in the case">
        <p>
          {unknown > 0
            ? 'Account ids are compared letter by letter. Check the list above, or choose from the accounts.'
            : 'Import requests first, then choose accounts.'}
        </p>
        <p>
          <button type="button" onClick={() => goTo({ name: 'accounts' })}>
            All accounts
          </button>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="These requests state no topic">
      <p>
        {uncounted > 0
          ? 'Their sources were imported by an earlier version, which did not count topics by account. Remove these sources and import them again; what people wrote is kept.'
          : 'Topics were not in the data. Topics that the analysis computes from prompts serve its signals and are not kept by account. If a column of the file names a topic, a task or a category, remove the source, import it again and map that column to ‘topic’; what people wrote is kept.'}
      </p>
      <p>
        <button type="button" onClick={() => goTo({ name: 'sources' })}>
          Sources
        </button>
      </p>
    </EmptyState>
  );
}
