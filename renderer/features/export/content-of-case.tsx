import { useState } from 'react';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { listFindings } from '../../../shared/contract/findings.ts';
import { useFindingsVersion } from '../../store/findings.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { type SetChoice, withItems, withoutItem } from './choice-model.ts';
import { ChosenAccounts } from './chosen-accounts.tsx';

interface Props {
  readonly choice: BundleChoice;
  readonly onChange: SetChoice;
}

/** Which findings, operators and accounts go along, or everything. */
export function ContentOfCase({ choice, onChange }: Props) {
  return (
    <fieldset className="choices">
      <legend>What goes along</legend>
      <label className="said-choice">
        <input
          type="radio"
          name="export-whole"
          checked={!choice.whole}
          onChange={() => onChange({ ...choice, whole: false })}
        />
        <span>
          What is chosen here
          <span className="soft">With all that it rests on: exhibits, notes, members and requests.</span>
        </span>
      </label>
      {!choice.whole && (
        <div className="export-chosen">
          <ChosenFindings choice={choice} onChange={onChange} />
          <ChosenAccounts choice={choice} onChange={onChange} />
        </div>
      )}
      <label className="said-choice">
        <input
          type="radio"
          name="export-whole"
          checked={choice.whole}
          onChange={() => onChange({ ...choice, whole: true })}
        />
        <span>
          Everything
          <span className="soft">All accounts, requests and casework, withdrawn findings among them.</span>
        </span>
      </label>
    </fieldset>
  );
}

function ChosenFindings({ choice, onChange }: Props) {
  const list = useCall(listFindings, {}, useFindingsVersion());
  const [search, setSearch] = useState('');
  const { findings } = choice;
  const all = list.value ?? [];
  const wanted = search.trim().toLowerCase();
  const listed = all.filter(({ claim }) => claim.toLowerCase().includes(wanted)).toReversed();
  const choose = (ids: readonly string[]) => onChange({ ...choice, findings: [...ids] });
  return (
    <fieldset className="choices export-list">
      <legend>
        Findings, {findings.length} of {all.length} chosen
      </legend>
      {list.error !== undefined && <ErrorPanel error={list.error} onRetry={list.retry} />}
      {list.value?.length === 0 && <p className="soft">No finding was written yet.</p>}
      {all.length > 8 && (
        <input
          type="search"
          aria-label="Search the claims of findings"
          placeholder="Search the claims"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      {all.length > 1 && (
        <p>
          <button
            type="button"
            className="quiet"
            onClick={() =>
              choose(
                withItems(
                  findings,
                  listed.map(({ id }) => id),
                ),
              )
            }
          >
            All listed
          </button>
          <button type="button" className="quiet" onClick={() => choose([])}>
            None
          </button>
        </p>
      )}
      {listed.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className="export-scroll" aria-label="Findings to choose" tabIndex={0}>
          {listed.map(({ id, claim, status, exhibits }) => (
            <label key={id} className="said-choice">
              <input
                type="checkbox"
                checked={findings.includes(id)}
                onChange={() =>
                  choose(findings.includes(id) ? withoutItem(findings, id) : withItems(findings, [id]))
                }
              />
              <span>
                <Shown text={claim} max={160} />
                <span className="soft">
                  {status}, {formatUnits(exhibits, 'exhibit')}
                </span>
              </span>
            </label>
          ))}
        </section>
      )}
    </fieldset>
  );
}
