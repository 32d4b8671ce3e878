import { isZone } from '../../../shared/time/zone.ts';
import { ZonePicker } from '../../ui/zone-picker.tsx';

interface Props {
  readonly value: string;
  readonly confirmed: boolean;
  readonly onChange: (zone: string) => void;
  readonly onConfirm: (confirmed: boolean) => void;
}

/** Times without a zone mean nothing until somebody says which clock wrote them; the proposal must be confirmed. */
export function ZoneChoice({ value, confirmed, onChange, onConfirm }: Props) {
  return (
    <section className="zone-choice" aria-label="Time zone of the file">
      <p>
        <strong>Some times in this file carry no zone.</strong> A wrong choice shifts every one of them by
        hours. The zone of the case is proposed.
      </p>
      <div className="zone-choice-row">
        <ZonePicker
          label="Time zone of the file"
          value={value}
          onChange={onChange}
          hint="A name from the list, or an offset such as +08:00."
        />
        <label className="check">
          <input
            type="checkbox"
            checked={confirmed}
            disabled={!isZone(value)}
            onChange={(event) => onConfirm(event.target.checked)}
          />
          The times were written in this zone
        </label>
      </div>
    </section>
  );
}
