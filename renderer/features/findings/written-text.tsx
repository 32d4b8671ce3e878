import { useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../store/session.ts';
import type { FieldName } from '../../store/unsaved.ts';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { MentionArea } from '../annotations/mention-area.tsx';
import { MentionText } from '../annotations/mention-text.tsx';

interface Props {
  readonly field: FieldName;
  readonly title: string;
  /** What belongs here, shown while it is empty. */
  readonly about: string;
  readonly value: string;
  readonly max: number;
  readonly onSave: (text: string) => Promise<boolean>;
}

/** A text of a finding, read with live links and changed in place. */
export function WrittenText({ field, title, about, value, max, onSave }: Props) {
  const readOnly = useSession((state) => state.case!.readOnly);
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const leftByKey = useRef(false);
  const saved = useSavedText(field, value, onSave);
  const id = useId();
  useEffect(() => {
    if (!editing && leftByKey.current) edit.current?.focus();
    leftByKey.current = false;
  }, [editing]);
  return (
    <section className="written" aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {saved.unsaved && <span className="warn not-saved">not saved</span>}
        {readOnly === null && (
          <button
            ref={edit}
            type="button"
            className="quiet"
            aria-label={`${value === '' ? 'Write' : 'Change'}: ${title.toLowerCase()}`}
            hidden={editing}
            onClick={() => setEditing(true)}
          >
            {value === '' ? 'Write' : 'Change'}
          </button>
        )}
      </h3>
      {editing ? (
        <>
          <MentionArea
            ids={{ 'aria-label': title }}
            value={saved.text}
            onChange={saved.change}
            max={max}
            rows={Math.min(14, Math.max(3, saved.text.split('\n').length + 1))}
            focused
            onFocus={saved.begin}
            onLeave={(byKey) => {
              leftByKey.current = byKey;
              saved.end();
              setEditing(false);
            }}
          />
          <p className="field-hint">Type @ or [[ to name an account, operator or template. Esc ends.</p>
        </>
      ) : saved.text === '' ? (
        <p className="soft">{about}</p>
      ) : (
        <p className="written-text">
          <MentionText text={saved.text} />
        </p>
      )}
    </section>
  );
}
