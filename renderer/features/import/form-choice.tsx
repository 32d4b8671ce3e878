import type { Detection, TimeFormat } from '../../../shared/contract/imports.ts';
import { Shown } from '../../ui/shown.tsx';
import { TIME_FORMAT_NAMES } from './model.ts';

interface Props {
  readonly detection: Detection;
  readonly column: string | undefined;
  readonly value: TimeFormat;
  readonly confirmed: boolean;
  readonly onChoose: (format: TimeFormat) => void;
}

/** Times that can be read in more than one way are read as a person says, never as guessed. */
export function FormChoice({ detection, column, value, confirmed, onChoose }: Props) {
  const sample = detection.columns.find(({ name }) => name === column)?.samples[0] ?? '';
  const one = detection.timeChoices.length === 1;
  return (
    <fieldset className="zone-choice">
      <legend className="visually-hidden">Form of the times</legend>
      <p>
        <strong>
          {one
            ? 'These numbers may be times of a spreadsheet, or something else.'
            : 'These dates can be read with the day first or the month first.'}
        </strong>{' '}
        No sampled value settles it. For instance{' '}
        <code className="mono">
          <Shown text={sample} max={40} />
        </code>
        .
      </p>
      {detection.timeChoices.map((format) => (
        <label key={format} className="check">
          <input
            type="radio"
            name="time-form"
            checked={confirmed && value === format}
            onChange={() => onChoose(format)}
          />
          {TIME_FORMAT_NAMES[format]}
        </label>
      ))}
    </fieldset>
  );
}
