import { useState } from 'react';
import type { CoverageOf } from '../../../shared/contract/coverage.ts';
import { useSession } from '../../store/session.ts';
import { openAccount, openOperator } from '../../store/views.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NothingImported } from '../import/nothing-imported.tsx';
import { CoverageBody } from './coverage-body.tsx';
import { CoveragePicker } from './coverage-picker.tsx';
import { openCoverageOf } from './coverage-store.ts';
import { ofWords } from './coverage-words.ts';
import '../timeline/timeline.css';
import './coverage.css';

const ABOUT =
  'Coverage shows who asked about which topics beside what their cohorts ask, how accounts part the topics among themselves beside chance, and how fast new topics and prompts come.';
/** So many accounts still fit on a screen. */
const FIRST_TOP = 25;

/** Which topics accounts cover; `of` is null while nothing is chosen. */
export function CoverageView({ of }: { of: CoverageOf | null }) {
  const isEmpty = useSession((state) => state.case!.counts.requests === 0);
  const [isChoosing, setChoosing] = useState(false);
  const only = of && 'accounts' in of && of.accounts.length === 1 ? of.accounts[0] : null;
  return (
    <div className="coverage">
      <header className="coverage-title">
        <BackButton />
        <h1>{of ? `Coverage of ${ofWords(of)}` : 'Coverage'}</h1>
        {of && 'operator' in of && (
          <button type="button" onClick={() => openOperator(of.operator)}>
            Its page
          </button>
        )}
        {only !== null && (
          <button type="button" onClick={() => openAccount(only)}>
            Its page
          </button>
        )}
        {of && (
          <button type="button" aria-pressed={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            Other accounts
          </button>
        )}
      </header>
      {(of ? isChoosing : !isEmpty) && (
        <CoveragePicker
          start={of && 'accounts' in of ? of.accounts : []}
          onChosen={(next) => {
            setChoosing(false);
            openCoverageOf(next);
          }}
        />
      )}
      {of ? (
        <CoverageBody key={JSON.stringify(of)} of={of} account={only} />
      ) : isEmpty ? (
        <NothingImported shows={ABOUT} />
      ) : (
        <EmptyState title="Nothing chosen yet">
          <p>{ABOUT} Choose an operator, the foremost accounts, or accounts by their ids above.</p>
          <button type="button" className="primary" onClick={() => openCoverageOf({ top: FIRST_TOP })}>
            Coverage of the foremost {FIRST_TOP} accounts
          </button>
        </EmptyState>
      )}
    </div>
  );
}
