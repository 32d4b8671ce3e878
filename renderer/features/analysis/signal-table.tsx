import type { SignalInfo, SignalValue } from '../../../shared/contract/analysis.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { bitsScale, commonCohort, groupSignals, ordinal, signalValue } from './signal-model.ts';
import { FAMILY_WORDS, formatBits } from './words.ts';

interface Props {
  readonly signals: readonly SignalValue[];
  readonly infos: readonly SignalInfo[];
}

/** Every signal with what was seen and what innocent use shows the same; then those that tell nothing, and why. */
export function SignalTable({ signals, infos }: Props) {
  const { measured, disabled, silent } = groupSignals(signals, infos);
  const scale = bitsScale(signals);
  const cohort = commonCohort(signals);
  const placed = signals.some(({ percentile }) => percentile !== null);
  return (
    <>
      {cohort !== null && (
        <p className="soft">
          Cohort of all: <Shown text={cohort} max={200} />
        </p>
      )}
      {measured.length > 0 && (
        <div className="signal-frame">
          <table className="table signal-table" aria-label="Signals">
            <thead>
              <tr>
                <th scope="col">Signal</th>
                <th scope="col" className="number">
                  Value
                </th>
                <th
                  scope="col"
                  className="number"
                  title="Requests, or whatever the signal counts, behind the value"
                >
                  n
                </th>
                {(placed || cohort === null) && <th scope="col">Place in its cohort</th>}
                <th scope="col" title="Evidence: above 0 speaks for, below 0 against">
                  Bits
                </th>
                <th scope="col">What was seen</th>
              </tr>
            </thead>
            <tbody>
              {measured.map(({ value, info }) => (
                <SignalLine
                  key={value.id}
                  value={value}
                  info={info}
                  scale={scale}
                  placed={placed}
                  withCohort={cohort === null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {measured.length === 0 && <p className="soft">No signal had enough to measure here.</p>}
      {silent.length > 0 && (
        <p className="other-signals">
          <strong>Too little here to measure</strong>{' '}
          <span className="soft">
            {silent.length} of {infos.length} signals:{' '}
            {silent.map(({ title, id }) => `${title} (${id})`).join(', ')}.
          </span>
        </p>
      )}
      {disabled.length > 0 && (
        <div className="other-signals">
          <h3>
            Not carried by the data of this case{' '}
            <span className="soft">
              {disabled.length} of {infos.length} signals
            </span>
          </h3>
          <ul>
            {disabled.map((info) => (
              <li key={info.id}>
                {info.title}{' '}
                <span className="soft">
                  {info.id}: {info.disabled}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface LineProps {
  readonly value: SignalValue;
  readonly info: SignalInfo;
  readonly scale: number;
  readonly placed: boolean;
  readonly withCohort: boolean;
}

function SignalLine({ value, info, scale, placed, withCohort }: LineProps) {
  const shown = signalValue(value.value, info.unit);
  return (
    <tr>
      <th scope="row">
        <span className="signal-title">{info.title}</span>
        <span className="soft">
          {info.id} · {FAMILY_WORDS[info.family]}
        </span>
      </th>
      <td className="number">
        <span className="signal-value">{shown.text}</span>
        <span className="signal-unit soft">{shown.unit}</span>
      </td>
      <td className="number">{formatCount(value.n)}</td>
      {(placed || withCohort) && (
        <td className="signal-place-cell">
          {value.percentile === null ? '–' : <Place at={value.percentile} />}
          {withCohort && (
            <span className="signal-cohort soft">
              of <Shown text={value.cohort} max={160} />
            </span>
          )}
        </td>
      )}
      <td className="nowrap">
        <BitsBar bits={value.bits} scale={scale} />
      </td>
      <td className="wrap">
        <Shown text={value.detail} max={600} />
        <details>
          <summary>Innocent explanations</summary>
          <ul>
            {info.innocent.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="soft">What it measures: {info.measures}</p>
        </details>
      </td>
    </tr>
  );
}

/** Where the value stands among its cohort, from 0 to 100. */
function Place({ at }: { at: number }) {
  return (
    <span className="bar-cell">
      <svg width={64} height={12} aria-hidden="true">
        <rect className="place-cohort" y={4} width={64} height={4} />
        <rect className="place-here" x={Math.min(62, (at / 100) * 64 - 1)} width={2.5} height={12} />
      </svg>
      {ordinal(at)}
    </span>
  );
}

/** Bits to the right of the middle speak for, to the left against. */
function BitsBar({ bits, scale }: { bits: number; scale: number }) {
  const length = (Math.abs(bits) / scale) * 30;
  return (
    <span className="bar-cell">
      <svg width={62} height={12} aria-hidden="true">
        <rect
          className={bits >= 0 ? 'bits-for' : 'bits-against'}
          x={bits >= 0 ? 31 : 31 - length}
          y={2}
          width={length}
          height={8}
        />
        <line className="bits-zero" x1={31} x2={31} y1={0} y2={12} />
      </svg>
      <span className="bits">{formatBits(bits)}</span>
    </span>
  );
}
