import { scaleLinear } from 'd3';
import type { Link } from '../../../shared/contract/analysis.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Picture } from '../../draw/picture.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Shown } from '../../ui/shown.tsx';
import { drawWaterfall, waterfallSize } from './draw-waterfall.ts';
import { type WaterfallBar, waterfallBars, waterfallDomain } from './waterfall-model.ts';
import { FAMILY_WORDS, formatBits } from './words.ts';

const WIDTH = 620;
const LABELS = 190;
/** Room for the figure beside the longest bar. */
const FIGURES = 54;
const ROW = 36;
const BAR = 16;
const AXIS = 34;
/** Characters of a value that stand beside its bar; what is cut off stands in the table. */
const LONGEST = 28;

/** A link taken apart: bars in bits from the prior over each item of evidence to the sum, and the same as a table. */
export function Waterfall({ link, accounts }: { link: Link; accounts: number }) {
  const bars = waterfallBars(link);
  return (
    <div className="waterfall">
      <div>
        <WaterfallChart bars={bars} />
        <p className="picture-line">
          <PictureMenu
            name="the link, item by item"
            picture={() => waterfallPicture(link, accounts)}
            pin={() => ({ query: 'link', args: { a: link.a, b: link.b } })}
          />
        </p>
      </div>
      <WaterfallTable bars={bars} accounts={accounts} />
    </div>
  );
}

function waterfallPicture(link: Link, accounts: number): Picture {
  const bars = waterfallBars(link);
  const [a, b] = [link.a, link.b].map((account) => shownText(account, { max: 60 }));
  const items = formatUnits(link.items.length, 'item');
  return {
    size: waterfallSize(bars.length),
    caption: captionOf(
      `The link of ${a} and ${b}: ${items} of evidence ${link.items.length === 1 ? 'adds' : 'add'} up to ${formatBits(link.bits)} bits`,
      '',
      `From the analysis of ${formatUnits(accounts, 'account')}`,
      ['Each bar adds to the sum of those above it; from a prior in grey to the sum at the foot.'],
    ),
    draw: (context, _, palette) => drawWaterfall(context, bars, palette),
  };
}

function WaterfallChart({ bars }: { bars: readonly WaterfallBar[] }) {
  const [low, high] = waterfallDomain(bars);
  const x = scaleLinear()
    .domain([low, high])
    .range([LABELS + (low < 0 ? FIGURES : 8), WIDTH - FIGURES]);
  const bottom = bars.length * ROW;
  const label = `From a prior of ${formatBits(bars[0].bits)} bits, ${formatUnits(bars.length - 2, 'item')} of evidence add up to ${formatBits(bars.at(-1)!.bits)} bits`;
  return (
    <svg className="waterfall-chart" width={WIDTH} height={bottom + AXIS} role="img" aria-label={label}>
      {x.ticks(6).map((tick) => (
        <g key={tick} transform={`translate(${x(tick)} 0)`}>
          <line className={tick === 0 ? 'waterfall-even' : 'waterfall-grid'} y2={bottom} />
          <text className="waterfall-tick" y={bottom + 14} textAnchor="middle">
            {tick < 0 ? `−${-tick}` : tick}
          </text>
        </g>
      ))}
      <text className="waterfall-tick" x={x(0)} y={bottom + 29} textAnchor="middle">
        bits, 0 is even odds
      </text>
      {bars.map((bar, at) => (
        <Bar key={bar.key} bar={bar} y={at * ROW} x={x} next={bars[at + 1]} />
      ))}
    </svg>
  );
}

interface BarProps {
  readonly bar: WaterfallBar;
  readonly next: WaterfallBar | undefined;
  readonly y: number;
  readonly x: (bits: number) => number;
}

function Bar({ bar, next, y, x }: BarProps) {
  const { role, label, value, from, to, bits } = bar;
  const left = Math.min(x(from), x(to));
  // Evidence that is shown but does not count keeps a hair of a bar.
  const width = Math.max(2, Math.abs(x(to) - x(from)));
  const middle = y + ROW / 2;
  const rightOf = bits >= 0;
  return (
    <g>
      <text
        className="waterfall-label"
        x={LABELS}
        y={value === null ? middle + 4 : middle - 2}
        textAnchor="end"
      >
        {label}
      </text>
      {value !== null && (
        <text className="waterfall-value" x={LABELS} y={middle + 11} textAnchor="end">
          {shownText(value, { max: value.length > LONGEST ? LONGEST - 10 : LONGEST })}
        </text>
      )}
      <rect className={`waterfall-${role}`} x={left} y={middle - BAR / 2} width={width} height={BAR} />
      {next?.role === 'item' && (
        <line
          className="waterfall-step"
          x1={x(to)}
          x2={x(to)}
          y1={middle + BAR / 2}
          y2={middle + ROW - BAR / 2}
        />
      )}
      <text
        className={role === 'sum' ? 'waterfall-bits waterfall-bits-sum' : 'waterfall-bits'}
        x={rightOf ? left + width + 6 : left - 6}
        y={middle + 4}
        textAnchor={rightOf ? 'start' : 'end'}
      >
        {formatBits(bits)}
      </text>
    </g>
  );
}

function WaterfallTable({ bars, accounts }: { bars: readonly WaterfallBar[]; accounts: number }) {
  return (
    <table className="table waterfall-table" aria-label="The link, item by item">
      <thead>
        <tr>
          <th scope="col">Evidence</th>
          <th scope="col">Shared value</th>
          <th scope="col" className="number">
            Accounts with it
          </th>
          <th scope="col" className="number">
            Bits
          </th>
          <th scope="col" className="number">
            Sum so far
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className={bar.role === 'sum' ? 'total' : ''}>
            <th scope="row">
              <span className="signal-title nowrap">{bar.label}</span>
              {bar.family !== null && FAMILY_WORDS[bar.family]}
            </th>
            <td className="mono wrap">{bar.value !== null && <Shown text={bar.value} max={160} />}</td>
            <td className="number nowrap">
              {bar.accounts !== null && (
                <>
                  {formatCount(bar.accounts)} <span className="soft">of {formatCount(accounts)}</span>
                </>
              )}
            </td>
            <td className="number">{formatBits(bar.bits)}</td>
            <td className="number">{formatBits(bar.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
