import { useMemo, useState } from 'react';
import { type Annotation, listAnnotations } from '../../../shared/contract/annotations.ts';
import { parseReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { useTags } from '../../store/tags.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationFilterBar } from './annotation-filter-bar.tsx';
import { AnnotationItem } from './annotation-item.tsx';
import { type AnnotationFilter, filterAnnotations, NO_ANNOTATION_FILTER } from './filter-model.ts';
import { describeTarget } from './model.ts';
import { TagManager } from './tag-manager.tsx';
import './annotations.css';

/** Listed at once; more on demand. */
const STEP = 500;

/** Everything noted in the case, newest first, with a way to what it is on, and the tags with their meaning. */
export function AnnotationsView() {
  const info = useSession((state) => state.case!);
  const notesVersion = useSession((state) => state.notesVersion);
  const tags = useTags((state) => state.tags.size);
  const annotations = useCall(listAnnotations, { account: null }, notesVersion);
  const [filter, setFilter] = useState<AnnotationFilter>(NO_ANNOTATION_FILTER);
  const [limit, setLimit] = useState(STEP);
  const [managing, setManaging] = useState(false);
  const all = annotations.value;
  const found = useMemo(() => filterAnnotations(all ?? [], filter), [all, filter]);

  if (annotations.error !== undefined)
    return <ErrorPanel error={annotations.error} onRetry={annotations.retry} />;
  if (!all) return null;
  if (all.length === 0 && tags === 0) {
    return (
      <EmptyState title="Nothing noted yet">
        <p>
          Tags, comments and stars on accounts, operators, links, templates, topics, time ranges and single
          requests are listed here. Choose an account to add one.
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
        <span className="head-acts">
          <button type="button" aria-expanded={managing} onClick={() => setManaging(!managing)}>
            Tags and their meaning ({formatCount(tags)})
          </button>
          <button type="button" onClick={() => goTo({ name: 'history' })}>
            History
          </button>
        </span>
      </header>
      {managing && <TagManager onList={(tag) => setFilter({ ...NO_ANNOTATION_FILTER, tag })} />}
      <AnnotationFilterBar all={all} shown={found.length} filter={filter} onChange={setFilter} />
      {found.length === 0 ? (
        <EmptyState title="No annotation matches">
          <p>None of {formatUnits(all.length, 'annotation')} meets all that is chosen above.</p>
          <button type="button" onClick={() => setFilter(NO_ANNOTATION_FILTER)}>
            Clear the filters
          </button>
        </EmptyState>
      ) : (
        <ul className="notes notes-wide" aria-label="Annotations">
          {found.slice(0, limit).map((annotation) => (
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
      {found.length > limit && (
        <p className="more">
          <span className="soft">
            The newest {formatCount(limit)} of {formatCount(found.length)}
          </span>{' '}
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
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
