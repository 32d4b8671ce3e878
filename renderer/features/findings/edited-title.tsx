import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { Shown } from '../../ui/shown.tsx';
import { useSavedText } from './use-saved-text.ts';

interface Props {
  /** What it is, for the names of field and button: `claim`. */
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
export function EditedTitle({ what, value, max, onSave, wanted, level, fresh = false, children }: Props) {
  const readOnly = useSession((state) => state.case?.readOnly !== null);
  const [editing, setEditing] = useState(fresh && !readOnly);
  const field = useRef<HTMLTextAreaElement>(null);
  const saved = useSavedText(value, onSave, true);
  const Heading = level === 1 ? 'h1' : 'h3';
  useEffect(() => {
    if (!editing) return;
    field.current?.focus();
    if (fresh) field.current?.select();
  }, [editing, fresh]);
  const done = () => {
    saved.end();
    setEditing(false);
  };
  return (
    <div className="edited-title">
      {editing ? (
        <div className="edited-field">
          <textarea
            ref={field}
            className={`edited-${level}`}
            rows={level === 1 ? 2 : 1}
            maxLength={max}
            aria-label={what}
            aria-invalid={saved.refused || undefined}
            value={saved.text}
            onChange={(event) => saved.change(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
            onFocus={saved.begin}
            onBlur={done}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              done();
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
          {!readOnly && (
            <button
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
