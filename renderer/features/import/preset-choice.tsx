import type { Detection } from '../../../shared/contract/imports.ts';
import { ReadingRules } from './reading-rules.tsx';

interface Props {
  readonly detection: Detection;
  /** Whether a person has chosen to read the file without the preset that fits it. */
  readonly declined: boolean;
  readonly onChoose: (wanted: boolean) => void;
}

/** The known format the file is in, with the rules it is read by, and the choice to read its columns as they are. */
export function PresetChoice({ detection, declined, onChoose }: Props) {
  const { preset } = detection;
  if (!preset && !declined) return null;
  return (
    <section className="preset-choice" aria-label="Known format">
      {preset ? (
        <>
          <ReadingRules title={preset.title} rules={preset.rules} />
          <button type="button" onClick={() => onChoose(false)}>
            Use no preset
          </button>
        </>
      ) : (
        <p>
          The columns are read as they stand in the file, without a preset.{' '}
          <button type="button" onClick={() => onChoose(true)}>
            Use the preset that fits
          </button>
        </p>
      )}
    </section>
  );
}
