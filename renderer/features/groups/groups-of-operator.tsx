import { ErrorPanel } from '../../ui/error-panel.tsx';
import { GroupButtons } from './group-buttons.tsx';
import { GroupList } from './group-list.tsx';
import { groupsOf } from './group-model.ts';
import { useGroups } from './use-groups.ts';
import './groups.css';

interface Props {
  readonly operator: string;
  readonly accounts: readonly string[];
}

/** What people say of an operator's accounts beside what the analysis computed, and the ways to say it. */
export function GroupsOfOperator({ operator, accounts }: Props) {
  const { value, error, retry } = useGroups();
  const groups = value && groupsOf(value.groups, operator, accounts);
  return (
    <div className="operator-groups">
      <div className="group-acts">
        <GroupButtons operator={operator} />
        {groups?.length === 0 && (
          <span className="soft">
            These accounts are as the analysis put them together; nobody has merged or split them.
          </span>
        )}
      </div>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {value && groups && <GroupList groups={groups} all={value.groups} />}
    </div>
  );
}
