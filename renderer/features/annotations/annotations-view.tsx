import { useMemo, useState } from 'react';
import {
  type Annotation,
  type AnnotationKind,
  listAnnotations,
} from '../../../shared/contract/annotations.ts';
import { parseReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationItem } from './annotation-item.tsx';
import { describeTarget, filterAnnotations } from './model.ts';
import './annotations.css';

/** Everything noted in the case, newest first, with a way to what it is on. */
export function AnnotationsView() {
  const info = useSession((state) => state.case)!;
  const notesVersion = useSession((state) => state.notesVersion);
  const annotations = useCall(listAnnotations, { account: null }, notesVersion);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<AnnotationKind | null>(null);
  const all = annotations.value;
  const shown = useMemo(() => filterAnnotations(all ?? [], kind, text), [all, kind, text]);

  if (annotations.error !== undefined)
    return <ErrorPanel error={annotations.error} onRetry={annotations.retry} />;
  if (!all) return null;
  if (all.length === 0) {
    return (
      <EmptyState title="Nothing noted yet">
        <p>
          Tags and comments on accounts, time ranges and single requests are listed here. Choose an account to
          add one.
        </p>
        <button type="button" className="primary" onClick={() => goTo({ name: 'accounts' })}>
          Go to accounts
        </button>
      </EmptyState>
    );
  }
  return (
    <div className="page">
      <header className="view-head">
        <h1>Annotations</h1>
        <p className="soft">Times in {info.timeZone}</p>
      </header>
      <div className="toolbar">
        <input
          type="search"
          aria-label="Search annotations"
          placeholder="Search text, account, author"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select
          aria-label="Kind"
          value={kind ?? 'all'}
          onChange={(event) =>
            setKind(event.target.value === 'all' ? null : (event.target.value as AnnotationKind))
          }
        >
          <option value="all">Tags and comments</option>
          <option value="tag">Tags</option>
          <option value="comment">Comments</option>
        </select>
        <output className="count">
          {formatCount(shown.length)} of {formatUnits(all.length, 'annotation')}
        </output>
      </div>
      {shown.length === 0 ? (
        <EmptyState title="No annotation matches">
          <p>
            None of {formatUnits(all.length, 'annotation')} {kind !== null && `is a ${kind}`}
            {kind !== null && text.trim() !== '' && ' and '}
            {text.trim() !== '' && (
              <>
                has{' '}
                <q>
                  <Shown text={text} max={80} />
                </q>{' '}
                in its text, account or author
              </>
            )}
            .
          </p>
          <button
            type="button"
            onClick={() => {
              setText('');
              setKind(null);
            }}
          >
            Clear the filters
          </button>
        </EmptyState>
      ) : (
        <ul className="notes notes-wide" aria-label="Annotations">
          {shown.map((annotation) => (
            <AnnotationItem
              key={annotation.id}
              annotation={annotation}
              zone={info.timeZone}
              on={targetText(annotation, info.timeZone)}
              onShow={() => openReference(annotation.on, annotation.account)}
              readOnly={info.readOnly !== null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function targetText(annotation: Annotation, zone: string): string {
  const target = describeTarget(annotation.on, zone, true);
  const { account } = annotation;
  return parseReference(annotation.on)?.kind === 'request' && account !== null
    ? `${target} of account ${shownText(account, { max: 60 })}`
    : target;
}
