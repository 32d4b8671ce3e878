import { ErrorPanel } from '../../ui/error-panel.tsx';
import { GroupButtons } from './group-buttons.tsx';
import { GroupList } from './group-list.tsx';
import { useGroups } from './use-groups.ts';
import './groups.css';

/** All that people put together or keep apart in the case, and the ways to say so of the operator picked in the list. */
export function AllGroups({ operator }: { operator: string | null }) {
  const { value, error, retry } = useGroups();
  return (
    <div className="operator-groups">
      <div className="group-acts">
        <GroupButtons operator={operator} />
      </div>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {value && <GroupList groups={value.groups} all={value.groups} />}
    </div>
  );
}
