import { listAnnotations } from '../../../shared/contract/annotations.ts';
import { getRequest } from '../../../shared/contract/timeline.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { PromptText } from '../search/prompt-text.tsx';
import { timeInZone } from './model.ts';
import { StarButton } from './star.tsx';

/** Every field of the picked request as it was imported; its prompt text stays masked until it is revealed. */
export function RequestFields({ reference, onClose }: { reference: string; onClose: () => void }) {
  const notesVersion = useSession((state) => state.notesVersion);
  const annotations = useCall(listAnnotations, { account: null, on: [reference] }, notesVersion);
  const zone = useSession((state) => state.case!.timeZone);
  const readOnly = useSession((state) => state.case!.readOnly !== null);
  const request = useCall(getRequest, { reference }, 0, true);
  return (
    <section aria-label="Picked request">
      <h3 className="split">
        Picked request
        <button type="button" className="quiet" aria-label="Close the picked request" onClick={onClose}>
          Close
        </button>
      </h3>
      {!readOnly && (
        <StarButton reference={reference} name="the picked request" annotations={annotations.value ?? []} />
      )}
      {request.error !== undefined && <ErrorPanel error={request.error} onRetry={request.retry} />}
      {request.value && (
        <dl className="fields">
          {request.value.fields.map(({ name, value }, index) => (
            <div key={name}>
              <dt>
                <Shown text={name} max={40} />
              </dt>
              <dd>
                {/* The first field is the time as it was read; the others stand as in the file. */}
                <Shown text={index === 0 ? timeInZone(value, zone) : value} max={300} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <PromptText key={reference} request={reference} />
    </section>
  );
}
