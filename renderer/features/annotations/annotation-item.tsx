import { type FormEvent, useState } from 'react';
import type { Annotation } from '../../../shared/contract/annotations.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { changeAnnotation, dropAnnotation } from '../../store/annotations.ts';
import { say } from '../../store/status.ts';
import { formatMinute } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { Shown } from '../../ui/shown.tsx';
import { MentionArea } from './mention-area.tsx';
import { MentionText } from './mention-text.tsx';
import { Star } from './star.tsx';
import { Tag } from './tag.tsx';

interface Props {
  readonly annotation: Annotation;
  readonly zone: string;
  /** What it is on, in words; empty when the place already says so. */
  readonly on: string;
  readonly onShow?: () => void;
  readonly readOnly: boolean;
}

/** A tag, comment or star with who wrote it and when; changed and removed in place. */
export function AnnotationItem({ annotation, zone, on, onShow, readOnly }: Props) {
  const { id, kind, text, author, createdUs, changedUs, gone } = annotation;
  const [draft, setDraft] = useState<string | null>(null);
  const named = kind === 'star' ? 'star' : `${kind} ${shownText(text, { max: 40 })}`;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (draft === null || draft.trim() === '') return;
    try {
      await changeAnnotation(id, draft);
      setDraft(null);
    } catch (error) {
      say(messageOf(error));
    }
  };
  const remove = () => dropAnnotation(id).catch((error: unknown) => say(messageOf(error)));

  if (draft !== null) {
    return (
      <li className="note">
        <form onSubmit={save}>
          {kind === 'tag' ? (
            <input
              aria-label={`Text of ${named}`}
              maxLength={100}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
            />
          ) : (
            <MentionArea ids={{ 'aria-label': `Text of ${named}` }} value={draft} onChange={setDraft} />
          )}
          <div className="note-acts">
            <button type="submit" disabled={draft.trim() === ''}>
              Save
            </button>
            <button type="button" className="quiet" onClick={() => setDraft(null)}>
              Keep as it was
            </button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className={`note note-${kind}`}>
      <div className="note-text">
        {kind === 'tag' && <Tag text={text} max={100} />}
        {kind === 'comment' && <MentionText text={text} />}
        {kind === 'star' && (
          <span className="starred">
            <Star filled /> Starred
          </span>
        )}
      </div>
      <div className="note-foot">
        {on &&
          (onShow ? (
            <button type="button" className="link" onClick={onShow}>
              {on}
            </button>
          ) : (
            <span>{on}</span>
          ))}
        {gone && (
          <span className="warn">
            no longer in the case: its import was taken back, or the last analysis does not find it
          </span>
        )}
        <span className="soft">
          <Shown text={author} max={60} /> · {formatMinute(zone, createdUs)}
          {changedUs !== createdUs && ` · changed ${formatMinute(zone, changedUs)}`}, {zone}
        </span>
        {!readOnly && (
          <span className="note-acts">
            {kind !== 'star' && (
              <button
                type="button"
                className="quiet"
                aria-label={`Edit ${named}`}
                onClick={() => setDraft(text)}
              >
                Edit
              </button>
            )}
            <button type="button" className="quiet" aria-label={`Remove ${named}`} onClick={remove}>
              Remove
            </button>
          </span>
        )}
      </div>
    </li>
  );
}
