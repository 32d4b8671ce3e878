import { accountScore } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { Waterfall } from '../analysis/waterfall.tsx';
import { linkBetween } from '../analysis/waterfall-model.ts';
import { AnalysedNow } from './analysed-now.tsx';

/** The link of two accounts taken apart, in bits. */
export function LiveLink({ a, b }: { a: string; b: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(accountScore, { account: a }, dataVersion);
  return (
    <AnalysedNow answer={answer}>
      {({ links }, info) => {
        const link = linkBetween(links, a, b);
        return link ? (
          <Waterfall link={link} accounts={info.accounts} />
        ) : (
          <p className="warn">The last analysis keeps no link between these two accounts.</p>
        );
      }}
    </AnalysedNow>
  );
}
