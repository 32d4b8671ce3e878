import { useState } from 'react';
import type { Group } from '../../../shared/contract/groups.ts';
import { GroupItem } from './group-item.tsx';
import { groupCountWords } from './group-model.ts';
import './groups.css';

/** More than these are folded away at first. */
const MOST_OPEN = 3;

interface Props {
  /** Those to show; nothing is shown where there are none. */
  readonly groups: readonly Group[];
  /** All of the case, for the names of those that overlap. */
  readonly all: readonly Group[];
}

/** What people put together or keep apart, away from what the analysis computed. */
export function GroupList({ groups, all }: Props) {
  const [open, setOpen] = useState<boolean | null>(null);
  if (groups.length === 0) return null;
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  return (
    <section className="groups" aria-label="Groups made by people">
      <details
        open={open ?? groups.length <= MOST_OPEN}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{groupCountWords(groups)}</summary>
        <ul className="group-items">
          {groups.map((group) => (
            <GroupItem key={group.id} group={group} titles={titles} />
          ))}
        </ul>
      </details>
    </section>
  );
}
