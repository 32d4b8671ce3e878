import { getRequest } from '../../../shared/contract/timeline.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { timeInZone } from '../annotations/model.ts';
import { PromptText } from '../search/prompt-text.tsx';
import { knownFields } from './sheet-model.ts';

/** The picked request in fields of a known meaning; its prompt text stays masked until it is revealed. */
export function BlindRequest({ reference, onClose }: { reference: string; onClose: () => void }) {
  const zone = useSession((state) => state.case!.timeZone);
  const request = useCall(getRequest, { reference }, 0, true);
  return (
    <section className="blind-request" aria-label="Picked request">
      <header className="split">
        <h2>Picked request</h2>
        <button type="button" className="quiet" aria-label="Close the picked request" onClick={onClose}>
          Close
        </button>
      </header>
      {request.error !== undefined && <ErrorPanel error={request.error} onRetry={request.retry} />}
      {request.value && (
        <dl className="record-fields">
          {knownFields(request.value.fields).map(({ name, value }, index) => (
            <div key={name}>
              <dt>
                <Shown text={name} max={40} />
              </dt>
              <dd>
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
