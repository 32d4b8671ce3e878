import { useState } from 'react';
import { DEFAULT_ASSUMPTIONS } from '../../../shared/assumptions.ts';
import type { Estimate, Harvest } from '../../../shared/contract/analysis.ts';
import { listAssumptions } from '../../../shared/contract/assumptions.ts';
import { estimateHarvest, type HarvestValues, harvestValues } from '../../../shared/harvest-estimate.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatShare, formatShort } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { HarvestAssumptions } from './harvest-assumptions.tsx';
import { estimateSpan, formatUsd } from './operator-model.ts';
import './assumptions.css';

const NOTHING = {};

/** What was counted, what follows from it under assumptions, and these assumptions, which are changed in place. */
export function HarvestTable({ harvest }: { harvest: Harvest }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(listAssumptions, NOTHING, dataVersion);
  // What is typed and not kept yet moves the figures already.
  const [draft, setDraft] = useState<Partial<HarvestValues>>(NOTHING);
  const { requests, bases } = harvest;
  const all = useSession((state) => state.case!.counts.requests);
  const counted: readonly (readonly [string, number, string])[] = [
    ['Requests', requests, `${formatShare(requests, all)} of all ${formatCount(all)} of the case`],
    ['Sessions', harvest.sessions, 'stated in its requests'],
    ['Input tokens', harvest.inputTokens, ofThem(bases.withoutCover?.inputTokens, harvest.inputTokens)],
    ['Output tokens', harvest.outputTokens, ofThem(bases.withoutCover?.outputTokens, harvest.outputTokens)],
    [
      'Answers to distinct prompts',
      bases.all.samples,
      ofThem(bases.withoutCover?.samples, bases.all.samples),
    ],
    ['Prompt templates', harvest.templates, 'that its answered requests fill in'],
    ['Slot fillings', harvest.slotValues, 'distinct ones of all templates'],
    ['Answers to a call for reasoning', harvest.reasoningAnswers, share(harvest.reasoningAnswers, requests)],
    ['Traces of tool use', harvest.toolTraces, share(harvest.toolTraces, requests)],
  ];
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  const values = harvestValues(answer.value);
  const shown = estimateHarvest(bases, { ...values, ...draft });
  const usual = estimateHarvest(bases, DEFAULT_ASSUMPTIONS);
  return (
    <div className="harvest">
      <table className="table" aria-label="Estimated">
        <thead>
          <tr>
            <th scope="col">Estimated</th>
            <th scope="col" className="number">
              Best guess
            </th>
            <th scope="col">Interval</th>
            <th scope="col" className="number">
              By default
            </th>
          </tr>
        </thead>
        <tbody>
          <EstimateRow
            title="Training samples"
            estimate={shown.trainingSamples}
            usual={usual.trainingSamples}
            format={formatCount}
          />
          <EstimateRow
            title="Cost at list price"
            estimate={shown.costMicroUsd}
            usual={usual.costMicroUsd}
            format={formatUsd}
          />
        </tbody>
      </table>
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
      <HarvestAssumptions
        assumed={answer.value}
        coverTold={bases.withoutCover !== null}
        onDraft={(name, value) =>
          setDraft(({ [name]: _, ...others }) =>
            value === undefined ? others : { ...others, [name]: value },
          )
        }
      />
    </div>
  );
}

const ofThem = (part: number | undefined, all: number) =>
  part === undefined ? '' : `${formatShare(part, all)} without what looks like cover`;
const share = (part: number, requests: number) => `${formatShare(part, requests)} of its requests`;

interface EstimateProps {
  readonly title: string;
  readonly estimate: Estimate;
  /** The same under the default assumptions. */
  readonly usual: Estimate;
  readonly format: (value: number) => string;
}

/** A best guess, and its interval as a line from low to high with a mark at the guess. */
function EstimateRow({ title, estimate, usual, format }: EstimateProps) {
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
      <td className="number soft nowrap" title={`${format(usual.low)} – ${format(usual.high)}`}>
        {format(usual.value)}
      </td>
    </tr>
  );
}
