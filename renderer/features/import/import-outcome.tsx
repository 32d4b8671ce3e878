import type { ImportResult } from '../../../shared/contract/imports.ts';
import { Shown } from '../../ui/shown.tsx';
import { ReconciliationCard } from './reconciliation-card.tsx';

/** What became of a file: its reconciliation, or that of each log in an archive, and what was not taken. */
export function ImportOutcome({ result: { sources, refused } }: { result: ImportResult }) {
  return (
    <>
      {sources.map((source) => (
        <div key={source.sha256}>
          {sources.length > 1 && (
            <h2 className="page-note">
              <Shown text={source.file} max={120} />
            </h2>
          )}
          <ReconciliationCard source={source} />
        </div>
      ))}
      {refused.length > 0 && (
        <section className="page-note" aria-label="Not imported">
          <h2>Not imported</h2>
          <ul>
            {refused.map(({ name, reason }) => (
              <li key={name}>
                <Shown text={name} max={120} />: <Shown text={reason} max={300} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
