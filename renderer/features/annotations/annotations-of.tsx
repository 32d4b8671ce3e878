import { useState } from 'react';
import { type Annotation, listAnnotations } from '../../../shared/contract/annotations.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationForm } from './annotation-form.tsx';
import { AnnotationItem } from './annotation-item.tsx';
import { describeTarget, type Target } from './model.ts';
import { StarButton } from './star.tsx';
import './annotations.css';

interface Props {
  /** What a note can be put on here, the widest first; a star goes on the first. */
  readonly references: readonly string[];
}

/** What is noted on something and on time ranges of it, and a place to note more. */
export function AnnotationsOf({ references }: Props) {
  const info = useSession((state) => state.case!);
  const notesVersion = useSession((state) => state.notesVersion);
  const annotations = useCall(listAnnotations, { account: null, on: [...references] }, notesVersion);
  const [adding, setAdding] = useState(false);
  const [main] = references;
  const name = describeTarget(main, info.timeZone, true);
  const list = annotations.value ?? NONE;
  const notes = list.filter(({ kind, on }) => kind !== 'star' || on !== main);
  const targets = references.map(
    (reference): Target => ({
      reference,
      name: describeTarget(reference, info.timeZone, true),
      detail: '',
    }),
  );
  const writable = info.readOnly === null;
  return (
    <section className="annotations-of" aria-label={`Notes on ${name}`}>
      <div className="notes-head">
        <span className="notes-title">
          Notes <span className="soft">{formatCount(notes.length)}</span>
        </span>
        {writable && <StarButton reference={main} name={name} annotations={list} />}
        {writable && (
          <button
            type="button"
            className="quiet"
            aria-expanded={adding}
            aria-label={`Add a note on ${name}`}
            onClick={() => setAdding(!adding)}
          >
            Add a note
          </button>
        )}
      </div>
      {annotations.error !== undefined && (
        <ErrorPanel error={annotations.error} onRetry={annotations.retry} />
      )}
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((annotation) => (
            <AnnotationItem
              key={annotation.id}
              annotation={annotation}
              zone={info.timeZone}
              on={annotation.on === main ? '' : describeTarget(annotation.on, info.timeZone, true)}
              onShow={() => openReference(annotation.on, annotation.account)}
              readOnly={!writable}
            />
          ))}
        </ul>
      )}
      {adding && writable && <AnnotationForm targets={targets} />}
    </section>
  );
}

const NONE: readonly Annotation[] = [];
