import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../store/session.ts';
import type { FieldName } from '../../store/unsaved.ts';
import { Shown } from '../../ui/shown.tsx';
import { isStillHere } from '../../ui/still-here.ts';
import { isWritten, useSavedText } from '../../ui/use-saved-text.ts';

interface Props {
  readonly field: FieldName;
  /** What it is, for the names of field and button: `Claim`. */
  readonly what: string;
  readonly value: string;
  readonly max: number;
  readonly onSave: (text: string) => Promise<boolean>;
  /** Said where it is left empty, which is not kept. */
  readonly wanted: string;
  readonly level: 1 | 3;
  /** Begins with the field open, and its text chosen. */
  readonly fresh?: boolean;
  readonly children?: ReactNode;
}

/** A heading that is changed in place. */
export function EditedTitle({
  field,
  what,
  value,
  max,
  onSave,
  wanted,
  level,
  fresh = false,
  children,
}: Props) {
  const readOnly = useSession((state) => state.case?.readOnly !== null);
  const [editing, setEditing] = useState(fresh && !readOnly);
  const area = useRef<HTMLTextAreaElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const leftByKey = useRef(false);
  const saved = useSavedText(field, value, onSave, isWritten);
  const Heading = level === 1 ? 'h1' : 'h3';
  useEffect(() => {
    if (editing) area.current?.focus();
    // The field is gone: its button has its place. Whoever clicked elsewhere is there already.
    else if (leftByKey.current) change.current?.focus();
    leftByKey.current = false;
  }, [editing]);
  useEffect(() => {
    if (fresh) area.current?.select();
  }, [fresh]);
  const done = (byKey: boolean) => {
    leftByKey.current ||= byKey;
    saved.end();
    setEditing(false);
  };
  return (
    <div className="edited-title">
      {editing ? (
        <div className="edited-field">
          <textarea
            ref={area}
            className={`edited-${level}`}
            rows={level === 1 ? 2 : 1}
            maxLength={max}
            aria-label={what}
            aria-invalid={saved.refused || undefined}
            value={saved.text}
            onChange={(event) => saved.change(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
            onFocus={saved.begin}
            onBlur={({ currentTarget }) => {
              if (!isStillHere(currentTarget)) done(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              done(true);
            }}
          />
          <p
            className={saved.refused ? 'field-error' : 'field-hint'}
            role={saved.refused ? 'alert' : undefined}
          >
            {saved.refused ? wanted : 'Saved as you type. Enter ends.'}
          </p>
        </div>
      ) : (
        <>
          <Heading>
            <Shown text={saved.text} max={max} />
          </Heading>
          {saved.unsaved && <span className="warn not-saved">not saved</span>}
          {!readOnly && (
            <button
              ref={change}
              type="button"
              className="quiet"
              aria-label={`Change the ${what.toLowerCase()}`}
              onClick={() => setEditing(true)}
            >
              Change
            </button>
          )}
        </>
      )}
      {children}
    </div>
  );
}
