import { useState } from 'react';
import { useSession } from '../../store/session.ts';
import { useTags } from '../../store/tags.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { Tag } from './tag.tsx';
import { TagForm } from './tag-form.tsx';

/** All tags with what they mean and how often they are used; renamed, merged and described in place. */
export function TagManager({ onList }: { onList: (tag: string) => void }) {
  const tags = useTags((state) => state.tags);
  const readOnly = useSession((state) => state.case!.readOnly !== null);
  const [editing, setEditing] = useState<string | null>(null);
  if (tags.size === 0)
    return <p className="more soft">No tag is used yet. One that stands on anything is listed here.</p>;
  return (
    <table className="table tag-table" aria-label="Tags">
      <thead>
        <tr>
          <th scope="col">Tag</th>
          <th scope="col">Meaning</th>
          <th scope="col" className="number" title="Accounts, operators and other things that carry it">
            Things
          </th>
          <th scope="col" className="number">
            Annotations
          </th>
          <th scope="col">
            <span className="visually-hidden">Acts</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...tags.values()].map((info) =>
          editing === info.tag ? (
            <tr key={info.tag}>
              <td colSpan={5}>
                <TagForm info={info} onDone={() => setEditing(null)} />
              </td>
            </tr>
          ) : (
            <tr key={info.tag}>
              <td>
                <Tag text={info.tag} />
              </td>
              <td>
                {info.meaning === '' ? (
                  <span className="faint">not described</span>
                ) : (
                  <Shown text={info.meaning} max={2000} />
                )}
              </td>
              <td className="number">{formatCount(info.things)}</td>
              <td className="number">{formatCount(info.uses)}</td>
              <td className="nowrap">
                {info.uses > 0 && (
                  <button type="button" className="quiet" onClick={() => onList(info.tag)}>
                    List
                  </button>
                )}
                {!readOnly && (
                  <button type="button" className="quiet" onClick={() => setEditing(info.tag)}>
                    Change
                  </button>
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
