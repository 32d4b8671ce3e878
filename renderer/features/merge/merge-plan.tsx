import type { MergeResult } from '../../../shared/contract/merge.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { bringsNothing, planLines } from './merge-words.ts';

/** Files listed by name; beyond them their number is told. */
const MOST_SOURCES = 20;

/** What a merge would do, told before it is done. */
export function MergePlan({ plan }: { plan: MergeResult }) {
  const { sourcesOnlyThere: sources } = plan;
  return (
    <>
      {bringsNothing(plan) ? (
        <p>Nothing that people wrote in that copy is missing here. There is nothing to merge.</p>
      ) : (
        <ul aria-label="What merging would do">
          {planLines(plan).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <section className="banner" aria-label="Sources only in that copy">
          <p>
            Requests are not merged. That copy holds {formatCount(sources.length)} imported{' '}
            {sources.length === 1 ? 'file' : 'files'} that this one does not; import{' '}
            {sources.length === 1 ? 'it' : 'them'} here to see what is noted on{' '}
            {sources.length === 1 ? 'its' : 'their'} rows:
          </p>
          <ul>
            {sources.slice(0, MOST_SOURCES).map(({ sha256, file }) => (
              <li key={sha256}>
                <Shown text={file} max={120} /> <span className="mono soft">{sha256.slice(0, 12)}</span>
              </li>
            ))}
          </ul>
          {sources.length > MOST_SOURCES && (
            <p className="soft">and {formatCount(sources.length - MOST_SOURCES)} more</p>
          )}
        </section>
      )}
    </>
  );
}
