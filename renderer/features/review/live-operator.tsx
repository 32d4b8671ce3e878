import { useState } from 'react';
import { CALIBRATION_NOTE, getOperator, type Link } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { Findings } from '../analysis/findings.tsx';
import { LinkMatrix } from '../analysis/link-matrix.tsx';
import { Waterfall } from '../analysis/waterfall.tsx';
import { linkBetween } from '../analysis/waterfall-model.ts';
import { AnalysedNow } from './analysed-now.tsx';

/** An operator: what the analysis finds of it, each of its accounts against each, and a link taken apart. */
export function LiveOperator({ operator }: { operator: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getOperator, { id: operator }, dataVersion);
  return (
    <AnalysedNow answer={answer}>
      {(detail, info) => (
        <>
          <h2>
            What the analysis finds <span className="soft">{CALIBRATION_NOTE}</span>
          </h2>
          <Findings findings={detail.operator.findings} />
          <Links
            members={detail.members.map(({ account }) => account)}
            links={detail.links}
            accounts={info.accounts}
          />
        </>
      )}
    </AnalysedNow>
  );
}

interface LinksProps {
  /** By score. */
  readonly members: readonly string[];
  readonly links: readonly Link[];
  /** Accounts that were analysed. */
  readonly accounts: number;
}

function Links({ members, links, accounts }: LinksProps) {
  const [picked, setPicked] = useState<readonly [string, string] | null>(null);
  const [strongest] = links;
  if (!strongest) return <p className="soft">No link between its accounts is kept.</p>;
  const pair = picked ?? ([strongest.a, strongest.b] as const);
  const link = linkBetween(links, pair[0], pair[1]) ?? strongest;
  return (
    <div className="review-links">
      <LinkMatrix accounts={members} links={links} pair={pair} onPick={setPicked} />
      <div>
        <h2>
          {picked === null ? 'Its strongest link' : 'The link picked'}{' '}
          <span className="soft">taken apart, in bits of evidence</span>
        </h2>
        <Waterfall link={link} accounts={accounts} />
      </div>
    </div>
  );
}
