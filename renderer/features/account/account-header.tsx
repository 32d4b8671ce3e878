import type { ListedAccount } from '../../../shared/contract/accounts.ts';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import { goTo } from '../../store/views.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Shown } from '../../ui/shown.tsx';
import { LikelihoodWord } from '../analysis/likelihood-word.tsx';
import { formatScore } from '../analysis/words.ts';
import { openCoverageOf } from '../coverage/coverage-store.ts';
import { AccountMeasures, Measure } from './account-measures.tsx';

interface Props {
  readonly row: ListedAccount;
  readonly info: CaseInfo;
}

/** Who it is, and its measures, each beside its denominator. */
export function AccountHeader({ row, info }: Props) {
  return (
    <header className="account-header">
      <div className="account-title">
        <BackButton />
        <h1 className="mono">
          <Shown text={row.account} max={120} />
        </h1>
        <CopyButton text={row.account} what="the account identifier" />
        {row.analysis && (
          <button type="button" onClick={() => goTo({ name: 'graph', from: { account: row.account } })}>
            Show links
          </button>
        )}
        {row.requests > 0 && (
          <button type="button" onClick={() => openCoverageOf({ accounts: [row.account] })}>
            Coverage
          </button>
        )}
      </div>
      <dl className="measures account-measures">
        {row.analysis && (
          <Measure
            name="Takes part"
            value={<LikelihoodWord likelihood={row.analysis.likelihood} />}
            of={`score ${formatScore(row.analysis.score)}, operator ${row.analysis.operator ?? 'none'}`}
          />
        )}
        <AccountMeasures row={row} info={info} />
      </dl>
    </header>
  );
}
