import { type AnalysisInfo, CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatDuration, formatMinute, formatUnits } from '../../ui/format.ts';
import { AnalyseButton } from './analyse-button.tsx';
import { formatPrior } from './words.ts';

/** When and from what the results shown were made, and what their words are worth. */
export function AnalysisInfoLine({ info }: { info: AnalysisInfo }) {
  const zone = useSession((state) => state.case!.timeZone);
  return (
    <div className="analysis-info">
      <p>
        Analysed {formatMinute(zone, info.atUs)} {zone} in {formatDuration(info.seconds)} · seed {info.seed} ·
        at a prior of {formatPrior(info.priorShare)} · {formatUnits(info.links, 'link')} · version{' '}
        {info.version} ·{' '}
        <span className="nowrap">
          inputs <span className="mono">{info.inputHash.slice(0, 12)}</span>{' '}
          <CopyButton text={info.inputHash} what="the hash of the inputs" />
        </span>
      </p>
      <p className="calibration">{CALIBRATION_NOTE}</p>
    </div>
  );
}

/** Said above results that no longer describe what is in the case. */
export function StaleBanner() {
  return (
    <div className="banner stale" role="status">
      <p>
        Sources came or went, or decisions on cohorts changed, since this analysis. What stands below
        describes the case as it was then.
      </p>
      <AnalyseButton label="Analyse again" />
    </div>
  );
}
