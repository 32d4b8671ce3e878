import { useState } from 'react';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { accountOfReference, parseReference } from '../../../shared/reference.ts';
import { changeFields } from '../../store/findings.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { describeTarget } from '../annotations/model.ts';
import { ScopeAdder } from './scope-adder.tsx';

/** What the finding is about: chips that lead there, added to and taken away. */
export function ScopeChips({ finding }: { finding: FindingDetail }) {
  const { timeZone, readOnly } = useSession((state) => state.case)!;
  const [adding, setAdding] = useState(false);
  const { id, scope, gone } = finding;
  const put = (references: readonly string[]) => changeFields(id, { scope: [...references] });
  return (
    <section className="scope" aria-label="Scope">
      <span className="soft">About</span>
      {scope.map((reference) => {
        const words = describeTarget(reference, timeZone, true);
        const parsed = parseReference(reference);
        return (
          <span key={reference} className="chip">
            <button
              type="button"
              className="link"
              onClick={() => openReference(reference, parsed ? accountOfReference(parsed) : null)}
            >
              <bdi>{words}</bdi>
            </button>
            {gone.includes(reference) && <span className="warn">no longer in the case</span>}
            {readOnly === null && (
              <button
                type="button"
                className="chip-act"
                aria-label={`Remove ${words} from the scope`}
                onClick={() => void put(scope.filter((one) => one !== reference))}
              >
                Remove
              </button>
            )}
          </span>
        );
      })}
      {scope.length === 0 && <span className="soft">nothing named yet</span>}
      {readOnly === null && (
        <button type="button" className="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          Add to scope
        </button>
      )}
      {adding && (
        <ScopeAdder
          scope={scope}
          onAdd={(reference) => {
            setAdding(false);
            void put([...scope, reference]);
          }}
        />
      )}
    </section>
  );
}
