import { useEffect } from 'react';
import { type FindingDetail, type FindingFields, getFinding } from '../../../shared/contract/findings.ts';
import {
  changeFields,
  dropFinding,
  findingField,
  useFindingsVersion,
  useFresh,
} from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { canStep } from '../../store/view-history.ts';
import { goBack, goTo, useViews } from '../../store/views.ts';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { HypothesesPanel } from '../hypotheses/hypotheses-panel.tsx';
import { EditedTitle } from './edited-title.tsx';
import { EstimatePicker } from './estimate-picker.tsx';
import { ExhibitList } from './exhibit-list.tsx';
import { ScopeChips } from './scope-chips.tsx';
import { StatusPicker } from './status-picker.tsx';
import { Verdicts } from './verdicts.tsx';
import { WrittenText } from './written-text.tsx';
import './findings.css';
import { PageError } from '../../ui/page-error.tsx';

/** One finding: what is claimed, how sure people are, what stands behind it, and who agrees. */
export function FindingView({ id }: { id: string }) {
  const answer = useCall(getFinding, { id }, useFindingsVersion());
  const toList = () => goTo({ name: 'findings' });
  if (answer.error !== undefined)
    return (
      <PageError error={answer.error} onRetry={answer.retry}>
        <button type="button" onClick={toList}>
          All findings
        </button>
      </PageError>
    );
  return answer.value ? <Finding finding={answer.value} /> : null;
}

function Finding({ finding }: { finding: FindingDetail }) {
  const { id } = finding;
  const { timeZone, readOnly } = useSession((state) => state.case)!;
  const canGoBack = useViews((state) => canStep(state.trail, -1));
  const fresh = useFresh((state) => state.finding === id);
  useEffect(() => () => useFresh.setState({ finding: null }), []);
  const save = (field: keyof FindingFields) => (text: string) => changeFields(id, { [field]: text });
  return (
    <div className="finding-page">
      <header className="finding-head">
        <div className="finding-acts">
          <button
            type="button"
            aria-keyshortcuts="Alt+ArrowLeft"
            onClick={canGoBack ? goBack : () => goTo({ name: 'findings' })}
          >
            Back
          </button>
          <span className="soft">
            Finding by <Shown text={finding.author} max={60} />, {formatMinute(timeZone, finding.createdUs)} ·
            changed {formatMinute(timeZone, finding.changedUs)} by <Shown text={finding.changedBy} max={60} />{' '}
            ({timeZone})
          </span>
          <span className="head-acts">
            {readOnly === null && (
              <button type="button" onClick={() => void dropFinding(id)}>
                Remove finding
              </button>
            )}
          </span>
        </div>
        <EditedTitle
          what="Claim"
          field={findingField(id, 'claim')}
          value={finding.claim}
          max={2000}
          level={1}
          fresh={fresh}
          wanted="A finding claims something. Write the claim; until then the one before stands."
          onSave={save('claim')}
        />
        <ScopeChips finding={finding} />
        <StatusPicker finding={finding} />
      </header>
      <EstimatePicker finding={finding} />
      <section className="finding-part" aria-labelledby="finding-why">
        <h2 id="finding-why">Reasoning</h2>
        <div className="written-pair">
          <WrittenText
            title="Why this is so"
            about="How the exhibits below lead to the claim, in words a reader can follow."
            field={findingField(id, 'reasoning')}
            value={finding.reasoning}
            max={50_000}
            onSave={save('reasoning')}
          />
          <WrittenText
            title="What would change our mind"
            about="Observations that would make this claim less likely."
            field={findingField(id, 'changeMind')}
            value={finding.changeMind}
            max={10_000}
            onSave={save('changeMind')}
          />
          <WrittenText
            title="Expected, but absent"
            about="Evidence that was to be expected if the claim held, and is not there."
            field={findingField(id, 'missing')}
            value={finding.missing}
            max={10_000}
            onSave={save('missing')}
          />
          <WrittenText
            title="Speaker notes"
            about="For whoever shows this in a review. Never exported."
            field={findingField(id, 'speakerNotes')}
            value={finding.speakerNotes}
            max={20_000}
            onSave={save('speakerNotes')}
          />
        </div>
      </section>
      <section className="finding-part" aria-labelledby="finding-exhibits">
        <h2 id="finding-exhibits">
          Exhibits{' '}
          <span className="soft">
            {finding.exhibits.length === 0
              ? 'none yet'
              : `${formatUnits(finding.exhibits.length, 'exhibit')}, each worked out again when data change, or on demand`}
          </span>
        </h2>
        <ExhibitList finding={id} exhibits={finding.exhibits} />
      </section>
      <section className="finding-part" aria-labelledby="finding-rivals">
        <h2 id="finding-rivals">
          Competing hypotheses{' '}
          <span className="soft">what else would explain it, and what speaks against each</span>
        </h2>
        <HypothesesPanel finding={id} />
      </section>
      <section className="finding-part" aria-labelledby="finding-verdicts">
        <h2 id="finding-verdicts">
          Verdicts <span className="soft">who agrees, who dissents, and on which state of the finding</span>
        </h2>
        <Verdicts finding={finding} />
      </section>
    </div>
  );
}
