import type { Estimate, Harvest } from '../../../shared/contract/analysis.ts';
import { formatCount, formatShare, formatShort } from '../../ui/format.ts';
import { estimateSpan, formatUsd } from './operator-model.ts';

/** What was counted, what follows from it under assumptions, and these assumptions. */
export function HarvestTable({ harvest }: { harvest: Harvest }) {
  const { requests } = harvest;
  const counted: readonly (readonly [string, number, string])[] = [
    ['Requests', requests, ''],
    ['Sessions', harvest.sessions, ''],
    ['Input tokens', harvest.inputTokens, ''],
    ['Output tokens', harvest.outputTokens, ''],
    ['Prompt templates', harvest.templates, ''],
    ['Slot fillings', harvest.slotValues, 'distinct ones of all templates'],
    ['Answers to a call for reasoning', harvest.reasoningAnswers, share(harvest.reasoningAnswers, requests)],
    ['Traces of tool use', harvest.toolTraces, share(harvest.toolTraces, requests)],
  ];
  return (
    <div className="harvest">
      <div>
        <table className="table" aria-label="Estimated">
          <thead>
            <tr>
              <th scope="col">Estimated</th>
              <th scope="col" className="number">
                Best guess
              </th>
              <th scope="col">Interval</th>
            </tr>
          </thead>
          <tbody>
            <EstimateRow title="Training samples" estimate={harvest.trainingSamples} format={formatCount} />
            <EstimateRow title="Cost at list price" estimate={harvest.costMicroUsd} format={formatUsd} />
          </tbody>
        </table>
        <div className="assumptions">
          <h3>Assumed</h3>
          <ul>
            {harvest.assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      </div>
      <table className="table" aria-label="Counted">
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col" className="number">
              Number
            </th>
            <th scope="col">Of</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(([title, number, of]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className="number nowrap" title={formatCount(number)}>
                {formatShort(number)}
              </td>
              <td className="soft">{of}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const share = (part: number, requests: number) => `${formatShare(part, requests)} of its requests`;

interface EstimateProps {
  readonly title: string;
  readonly estimate: Estimate;
  readonly format: (value: number) => string;
}

/** A best guess, and its interval as a line from low to high with a mark at the guess. */
function EstimateRow({ title, estimate, format }: EstimateProps) {
  const { low, value, high } = estimateSpan(estimate);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="number strong nowrap">{format(estimate.value)}</td>
      <td className="nowrap">
        <span className="bar-cell">
          <svg width={84} height={12} aria-hidden="true">
            <line className="interval-axis" x1={0} x2={84} y1={6} y2={6} />
            <rect
              className="interval"
              x={2 + low * 80}
              y={4}
              width={Math.max(1, (high - low) * 80)}
              height={4}
            />
            <rect className="interval-value" x={2 + value * 80 - 1.5} y={0} width={3} height={12} />
          </svg>
          {format(estimate.low)} – {format(estimate.high)}
        </span>
      </td>
    </tr>
  );
}
