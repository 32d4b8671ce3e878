import { getGrains } from '../../../shared/contract/timeline.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { grainSentences } from './grain-words.ts';

/** Says beside a timeline which of its counts do not come from single requests; nothing where all do. */
export function GrainNote({ account }: { account: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const shares = useCall(getGrains, { account }, dataVersion);
  return grainSentences(shares.value ?? []).map((sentence) => (
    <p key={sentence} className="soft grain-note" role="note">
      {sentence}
    </p>
  ));
}
