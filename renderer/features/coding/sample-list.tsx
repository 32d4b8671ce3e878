import { useMemo } from 'react';
import type { AccountToCode } from '../../../shared/contract/coding.ts';
import { showAccount } from '../../store/coding.ts';
import { useSession } from '../../store/session.ts';
import { formatCount, formatRange } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { activitySteps } from './sheet-model.ts';
import { useSampleActivity } from './use-sample-activity.ts';

const STEPS = 60;
const [WIDTH, HEIGHT] = [200, 16];

interface Props {
  readonly accounts: readonly AccountToCode[];
  /** The one shown. */
  readonly account: string;
}

/** All accounts of the sample in its order, their requests on one axis, and what the person at work coded. */
export function SampleList({ accounts, account }: Props) {
  const { firstUs, lastUs, timeZone } = useSession((state) => state.case!);
  const activity = useSampleActivity(accounts);
  const lanes = useMemo(() => {
    if (firstUs === null || lastUs === null) return null;
    return activity.flatMap((part) => activitySteps(part, { fromUs: firstUs, toUs: lastUs + 1 }, STEPS));
  }, [activity, firstUs, lastUs]);
  return (
    <nav className="sample-list" aria-label="Accounts of the sample">
      <p className="soft">
        {formatCount(accounts.length)} accounts in an order made by chance, requests on one axis, each to its
        own scale
        {firstUs !== null && lastUs !== null && `: ${formatRange(timeZone, firstUs, lastUs)}, ${timeZone}`}
      </p>
      <ol>
        {accounts.map((one, at) => (
          <li key={one.account}>
            <button
              type="button"
              className="sample-item"
              aria-current={one.account === account ? 'true' : undefined}
              onClick={() => showAccount(one.account)}
            >
              <span className="mono">
                <Shown text={one.account} max={24} />
              </span>
              <span className={one.code === null ? 'faint' : ''}>{one.code ?? 'not coded'}</span>
              {lanes?.[at] && (
                <Sparkline bins={lanes[at]} width={WIDTH} height={HEIGHT} label="Requests over time" />
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
