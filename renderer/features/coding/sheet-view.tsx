import { useEffect, useRef } from 'react';
import { type CodingSheet, listSamples, nextToCode } from '../../../shared/contract/coding.ts';
import { openCodingResult, openSamples, takeSheet, useCoding } from '../../store/coding.ts';
import { useSession } from '../../store/session.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { BlindAccount } from './blind-account.tsx';
import { CodeBar } from './code-bar.tsx';
import { SampleList } from './sample-list.tsx';
import { countCoded } from './sheet-model.ts';
import './coding.css';
import { PageError } from '../../ui/page-error.tsx';

/** The accounts of a sample, one at a time, to be coded without knowing what the analysis makes of them. */
export function SheetView({ sample }: { sample: string }) {
  const notesVersion = useSession((state) => state.notesVersion);
  const answer = useCall(nextToCode, { sample }, notesVersion);
  const sheet = answer.value;
  useEffect(() => {
    if (sheet) takeSheet(sample, sheet.accounts, sheet.next);
  }, [sample, sheet]);
  if (answer.error !== undefined)
    return (
      <PageError error={answer.error} onRetry={answer.retry}>
        <button type="button" onClick={openSamples}>
          All samples
        </button>
      </PageError>
    );
  return sheet ? <Sheet sample={sample} sheet={sheet} /> : null;
}

function Sheet({ sample, sheet }: { sample: string; sheet: CodingSheet }) {
  const { sample: open, account, beside } = useCoding();
  const notesVersion = useSession((state) => state.notesVersion);
  const drew = useCall(listSamples, {}, notesVersion).value?.find(({ id }) => id === sample)?.drew ?? false;
  const top = useRef<HTMLDivElement>(null);
  // Another account is another page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when the account is another
  useEffect(() => {
    top.current?.closest('.centre')?.scrollTo(0, 0);
  }, [account]);
  const { accounts, question } = sheet;
  const coded = countCoded(accounts);
  if (open !== sample || account === null) return null;
  return (
    <div className="sheet" ref={top}>
      <header className="view-head">
        <h1>Second coding</h1>
        <p className="sheet-progress">
          <progress value={coded} max={accounts.length} aria-label="Accounts coded" />{' '}
          <output className="soft">
            {formatCount(coded)} of {formatCount(accounts.length)} coded
          </output>
        </p>
        <span className="head-acts">
          {sheet.next === null && (
            <button type="button" className="primary" onClick={() => openCodingResult(sample)}>
              See the result
            </button>
          )}
          <button type="button" onClick={openSamples}>
            All samples
          </button>
        </span>
      </header>
      <p className="sheet-question">
        <Shown text={question} max={2000} lines />
      </p>
      {drew && (
        <p className="banner sheet-note" role="note">
          You drew this sample and know which operator it is about. Your codes are not blind, and the result
          says so.
        </p>
      )}
      <p className="soft sheet-note">
        Shown is what the account did and what tables declare of it, whatever the filter. Hidden are the
        analysis, tags and notes, findings, the status of accounts, and columns that may tell what somebody
        decided. A request that the provider refused still shows its status.
      </p>
      <div className="sheet-columns">
        <SampleList accounts={accounts} account={account} />
        <div className="sheet-account">
          <CodeBar accounts={accounts} account={account} />
          <BlindAccount key={account} account={account} beside={beside} />
        </div>
      </div>
    </div>
  );
}
