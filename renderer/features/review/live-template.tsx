import { getTemplate } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { GrowthSection } from '../templates/growth-section.tsx';
import { WhoAndWhen } from '../templates/who-and-when.tsx';
import { AnalysedNow } from './analysed-now.tsx';
import '../templates/templates.css';

/** How a template spread over time and accounts, without a word of it. */
export function LiveTemplate({ template }: { template: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getTemplate, { id: template }, dataVersion);
  return (
    <AnalysedNow answer={answer}>
      {(detail) => (
        <>
          <WhoAndWhen template={detail.template} />
          <GrowthSection template={detail.template} />
        </>
      )}
    </AnalysedNow>
  );
}
