import { Shown } from '../../ui/shown.tsx';
import type { StatedField } from './record-model.ts';

/** What tables of accounts declare of an account, field by field; nothing without any. */
export function RecordFields({ fields }: { fields: readonly StatedField[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="record-fields">
      {fields.map(({ key, title, value, unread }) => (
        <div key={key}>
          <dt>
            <Shown text={title} max={60} />
          </dt>
          <dd>
            <Shown text={value} max={300} />
            {unread && <span className="warn"> not readable, kept as text</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
