import type { TimesSeen } from '../../../shared/contract/imports.ts';
import { timesLines } from './times-words.ts';

interface Props {
  readonly times: TimesSeen;
  readonly zone: string;
  /** Rows of a sample, or all of a source. */
  readonly sampled: boolean;
}

/** What the times look like, so that a person sees a wrong zone or form before relying on them. */
export function TimesPanel({ times, zone, sampled }: Props) {
  return (
    <section className="times-panel" aria-label="Times">
      <h2>
        Times <span className="soft">{sampled ? 'of the rows sampled' : 'of the stored rows'}</span>
      </h2>
      <ul>
        {timesLines(times, zone, sampled).map(({ text, doubtful }) => (
          <li key={text} className={doubtful ? 'warn' : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
