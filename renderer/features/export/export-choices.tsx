import { useState } from 'react';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { fileNamePart } from '../../ui/file-name.ts';
import { messageOf } from '../../ui/message-of.ts';
import { loweredMarking, whyNotReady } from './choice-model.ts';
import { ContentChoice } from './content-choice.tsx';
import { ContentOfCase } from './content-of-case.tsx';
import { runExport, useExport } from './export-store.ts';
import { MarkingChoice } from './marking-choice.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { SigningChoice } from './signing-choice.tsx';
import { isReady, UNSIGNED } from './signing-model.ts';
import { TemplateChoice } from './template-choice.tsx';

interface Props {
  readonly start: BundleChoice;
  readonly hidden: boolean;
}

/** What is chosen on the left, what that gives on the right. */
export function ExportChoices({ start, hidden }: Props) {
  const info = useSession((state) => state.case!);
  const stage = useExport((state) => state.stage);
  const [choice, setChoice] = useState(start);
  const [isMeant, setMeant] = useState(false);
  const [signing, setSigning] = useState(UNSIGNED);
  const [shown, setShown] = useState<'plan' | 'report'>('plan');
  const { note, failure } = stage.name === 'choosing' ? stage : { note: '', failure: null };
  const isWrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';
  const lowered = loweredMarking(choice, info);
  const why = whyNotReady(lowered, isMeant, isReady(signing));

  const begin = async () => {
    const [file] = await window.stillwatch.pick('save-bundle', `${fileNamePart(info.name)}-bundle.zip`);
    if (!file) return;
    await runExport(file, choice, signing);
  };

  return (
    <div className="export" hidden={hidden}>
      <p>
        A package that anyone can read and verify without Stillwatch. It is marked{' '}
        <strong>
          {choice.handling}
          {choice.pap === '' ? '' : ` · ${choice.pap}`}
        </strong>{' '}
        and is not encrypted.
      </p>
      <div className="export-columns">
        <div className="export-choices">
          <ContentOfCase choice={choice} onChange={setChoice} />
          <TemplateChoice choice={choice} onChange={setChoice} />
          <ContentChoice choice={choice} onChange={setChoice} />
          <MarkingChoice choice={choice} onChange={setChoice} isMeant={isMeant} onMeant={setMeant} />
          <SigningChoice
            signing={signing}
            onChange={setSigning}
            error={isWrong ? messageOf(failure) : null}
          />
        </div>
        <section className="export-gives" aria-label="What that gives" tabIndex={-1}>
          <fieldset className="segments">
            <legend className="visually-hidden">What is shown</legend>
            <label>
              <input
                type="radio"
                name="export-shown"
                checked={shown === 'plan'}
                onChange={() => setShown('plan')}
              />
              What it will hold
            </label>
            <label>
              <input
                type="radio"
                name="export-shown"
                checked={shown === 'report'}
                onChange={() => setShown('report')}
              />
              Preview of the report
            </label>
          </fieldset>
          <div hidden={shown !== 'plan'}>
            <PlanPanel choice={choice} />
          </div>
          <div hidden={shown !== 'report'} className="preview-part">
            <PreviewPanel choice={choice} />
          </div>
        </section>
      </div>
      {failure !== null && !isWrong && <ErrorPanel error={failure} />}
      {note && <p className="warn">{note}</p>}
      <div className="dialog-acts">
        {why !== null && (
          <span id="export-why" className="warn export-why">
            {why}
          </span>
        )}
        <button type="button" onClick={closeDialog}>
          Close
        </button>
        <button
          type="button"
          className="primary"
          disabled={why !== null}
          aria-describedby={why === null ? undefined : 'export-why'}
          onClick={() => void begin()}
        >
          {signing.key === null ? 'Choose a place and export' : 'Choose a place, sign and export'}
        </button>
      </div>
    </div>
  );
}
