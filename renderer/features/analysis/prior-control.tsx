import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { percentWords, plainNumber } from '../../../shared/assumptions.ts';
import type { AnalysisInfo } from '../../../shared/contract/analysis.ts';
import { assumeForCase } from '../../store/assumptions.ts';
import { useSession } from '../../store/session.ts';
import { AssumedBy } from './assumed-by.tsx';
import { PRIOR_STEPS, priorStep, typedPrior } from './assumption-model.ts';
import './assumptions.css';

/** The prior of the case, wherever scores stand: what it is, whose it is, and changed in place. */
export function PriorControl({ info }: { info: AnalysisInfo }) {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const { prior, priorShare } = info;
  return (
    <section className="prior" aria-label="Prior">
      {prior.movable && readOnly === null ? (
        <PriorFields share={prior.share} />
      ) : (
        <span>
          Prior <strong>{percentWords(prior.share)}</strong> of accounts
        </span>
      )}
      <span className="soft">
        {prior.assumed && (
          <>
            <AssumedBy by={prior.assumed} />
            {' · '}
          </>
        )}
        default {percentWords(priorShare)}
        {!prior.assumed && ', as analysed'}
      </span>
      {prior.assumed && readOnly === null && (
        <button type="button" className="quiet" onClick={() => assumeForCase({ name: 'prior', value: null })}>
          Reset to {percentWords(priorShare)}
        </button>
      )}
      {!prior.movable && (
        <span className="soft">
          This analysis was made by an older version: analyse again, and the prior can be changed here.
        </span>
      )}
      <details>
        <summary>What it moves</summary>
        <p>
          The share of accounts taken to be in campaigns before any evidence. It moves the likelihoods and
          scores of campaigns, of accounts and operators, everywhere at once and as analysing anew would. Who
          is grouped with whom, links, signals and the three findings do not rest on it.
        </p>
      </details>
    </section>
  );
}

/** A slider in steps, and the percentage beside it for any other share. */
function PriorFields({ share }: { share: number }) {
  const id = useId();
  const [step, setStep] = useState<number | null>(null);
  const [text, setText] = useState<string | null>(null);
  const { shown, commit } = useCommitted(share);
  const slid = step === null ? shown : PRIOR_STEPS[step];
  const typed = text === null ? null : typedPrior(text);
  const problem = typed && 'problem' in typed ? typed.problem : null;

  const slide = () => {
    if (step === null) return;
    setStep(null);
    commit(slid);
  };
  const type = () => {
    if (!typed || 'problem' in typed) return;
    setText(null);
    commit(typed.share);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') type();
    if (event.key !== 'Escape' || text === null) return;
    event.stopPropagation();
    setText(null);
  };
  return (
    <>
      <label htmlFor={id}>Prior</label>
      <input
        type="range"
        aria-label="Prior, in steps"
        aria-valuetext={`${percentWords(slid)} of accounts`}
        min={0}
        max={PRIOR_STEPS.length - 1}
        step={1}
        value={step ?? priorStep(shown)}
        onChange={(event) => {
          setText(null);
          setStep(Number(event.target.value));
        }}
        onPointerUp={slide}
        onKeyUp={slide}
        onBlur={slide}
      />
      <span className="prior-number">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-error`}
          value={text ?? String(plainNumber(slid * 100))}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={type}
        />{' '}
        % of accounts
      </span>
      {problem !== null && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

/** The share last asked for until it is shown everywhere; steps taken fast are not undone by those before them. */
function useCommitted(share: number) {
  const [asked, setAsked] = useState<number | null>(null);
  const underWay = useRef(0);
  const held = useRef(share);
  held.current = share;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another prior ends what was asked for
  useEffect(() => {
    if (underWay.current === 0 || share === asked) setAsked(null);
  }, [share]);
  const commit = async (wanted: number) => {
    if (wanted === (asked ?? share)) return;
    setAsked(wanted);
    underWay.current++;
    const holds = await assumeForCase({ name: 'prior', value: wanted });
    underWay.current--;
    if (!holds || (underWay.current === 0 && held.current === wanted)) setAsked(null);
  };
  return { shown: asked ?? share, commit };
}
