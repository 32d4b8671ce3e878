import { getFinding } from '../../../shared/contract/findings.ts';
import type { MatrixEvidence } from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { formatMinute } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { dropEvidence, putInOrder, saveEvidence } from './acts.ts';
import type { OnEdit } from './editing.ts';
import { basisState, diagnosticityWords } from './matrix-model.ts';
import { MoveButtons } from './move-buttons.tsx';

interface Props {
  readonly finding: string;
  readonly evidence: MatrixEvidence;
  /** All ids in their own order; null while they are shown in another. */
  readonly all: readonly string[] | null;
  readonly onEdit: OnEdit;
}

/** One row: its words in full, where they come from, and whether the analysis still says so. */
export function EvidenceInspector({ finding, evidence, all, onEdit }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const { id, title, basis, now, credibility, exhibit, diagnosticity, author, createdUs } = evidence;
  const state = basisState(evidence);
  const pinned = useCall(getFinding, exhibit === null ? null : { id: finding }).value?.exhibits;
  const behind = pinned?.find((one) => one.id === exhibit);
  const takeOver = (words: string) => {
    saveEvidence(finding, id, { title: words, exhibit, credibility }).catch((error: unknown) =>
      say(messageOf(error)),
    );
  };
  return (
    <>
      <p className="ach-about">
        <strong>
          <Shown text={title} max={1000} />
        </strong>
      </p>
      {onEdit && (
        <div className="ach-rate">
          <button type="button" onClick={() => onEdit({ what: 'evidence', id })}>
            Change
          </button>
          {all && (
            <MoveButtons
              ids={all}
              id={id}
              names={['Up', 'Down']}
              onMove={(ids) => void putInOrder('evidence', finding, ids)}
            />
          )}
          <button type="button" onClick={() => void dropEvidence(id)}>
            Remove
          </button>
        </div>
      )}
      <p className="ach-state soft">
        Credibility {credibility}. Diagnosticity {diagnosticityWords(diagnosticity)}.{' '}
        {basis ? (
          <>
            From the analysis of <Shown text={basis.operator} max={60} />, added by{' '}
          </>
        ) : (
          'Written by '
        )}
        <Shown text={author} max={60} />, {formatMinute(zone, createdUs)} {zone}.
        {behind && (
          <>
            {' '}
            Behind it stands the exhibit “<Shown text={behind.title} max={120} />
            ”.
          </>
        )}
      </p>
      {state === 'gone' && (
        <p className="warn">
          The analysis as it is now says nothing of this any more. What was confirmed stays as it is.
        </p>
      )}
      {state === 'differs' && now !== null && (
        <p>
          <span className="warn">Today the analysis says:</span> <Shown text={now} max={1000} />{' '}
          {onEdit && (
            <button type="button" onClick={() => takeOver(now)}>
              Take these words
            </button>
          )}
        </p>
      )}
    </>
  );
}
