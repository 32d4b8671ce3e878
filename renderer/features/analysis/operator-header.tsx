import type { AnalysisInfo, OperatorResult } from '../../../shared/contract/analysis.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { formatCount, formatShare } from '../../ui/format.ts';
import { PinButton } from '../../ui/pin-button.tsx';
import { Shown } from '../../ui/shown.tsx';
import { openCoverageOf } from '../coverage/coverage-store.ts';
import { openLanesOf } from '../lanes/lanes-store.ts';
import { heldWords } from './assumption-model.ts';
import { LikelihoodWord } from './likelihood-word.tsx';
import { densityWords } from './operator-model.ts';
import { PriorControl } from './prior-control.tsx';
import { formatScore } from './words.ts';

interface Props {
  readonly operator: OperatorResult;
  readonly info: AnalysisInfo;
}

/** Which operator it is, how large, and how well it holds together, each measure beside its denominator. */
export function OperatorHeader({ operator, info }: Props) {
  const { requests } = useSession((state) => state.case!.counts);
  const isWritable = useSession((state) => state.case!.readOnly === null);
  return (
    <header className="account-header">
      <div className="account-title">
        <BackButton fallback={{ name: 'operators' }} />
        <h1>
          Operator <Shown text={operator.id} max={40} />
        </h1>
        <span className="head-acts">
          <PinButton
            what="this operator"
            pin={() => ({
              title: `Operator ${shownText(operator.id, { max: 40 })}`,
              question: { query: 'operator', args: { operator: operator.id } },
            })}
          />
          <button type="button" onClick={() => openLanesOf({ operator: operator.id })}>
            Lanes
          </button>
          <button type="button" onClick={() => openCoverageOf({ operator: operator.id })}>
            Coverage
          </button>
          <button type="button" onClick={() => goTo({ name: 'graph', from: { operator: operator.id } })}>
            Show links
          </button>
          <button type="button" onClick={() => goTo({ name: 'templates', operator: operator.id })}>
            Templates of this operator
          </button>
          {isWritable && (
            <button type="button" onClick={() => openDialog({ name: 'draw-sample', operator: operator.id })}>
              Draw a blind sample
            </button>
          )}
        </span>
      </div>
      <dl className="measures">
        <div className="measure">
          <dt>Extraction campaign</dt>
          <dd>
            <LikelihoodWord likelihood={operator.likelihood} />
            <span className="soft">
              {[`score ${formatScore(operator.score)}`, heldWords(operator.basis)].filter(Boolean).join(', ')}
            </span>
          </dd>
        </div>
        <div className="measure">
          <dt>Accounts</dt>
          <dd>
            {formatCount(operator.accounts.length)}
            <span className="soft">
              {formatShare(operator.accounts.length, info.accounts)} of {formatCount(info.accounts)} analysed
            </span>
          </dd>
        </div>
        <div className="measure">
          <dt>Requests</dt>
          <dd>
            {formatCount(operator.requests)}
            <span className="soft">
              {formatShare(operator.requests, requests)} of all {formatCount(requests)}
            </span>
          </dd>
        </div>
        <div className="measure">
          <dt>Density</dt>
          <dd>
            {formatShare(operator.density, 1)}
            <span className="soft">{densityWords(operator)}</span>
          </dd>
        </div>
        <div className="measure">
          <dt>Stability</dt>
          <dd>
            {formatShare(operator.stability, 1)}
            <span className="soft">of pairs stay together under other seeds</span>
          </dd>
        </div>
      </dl>
      <PriorControl info={info} />
    </header>
  );
}
