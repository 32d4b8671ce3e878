import type { ListedTemplate } from '../../../shared/contract/analysis.ts';
import { openTemplate } from '../../store/views.ts';
import { formatCount, formatDay, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import type { Marks } from '../annotations/marks.ts';
import { RowMarks } from '../annotations/row-marks.tsx';
import { GrowthLine } from './growth-line.tsx';
import { TemplateShape } from './template-shape.tsx';

interface Props {
  readonly row: ListedTemplate;
  readonly marks: Marks | undefined;
  readonly requests: number;
  readonly zone: string;
  readonly inNumbers: boolean;
}

/** What the table says of one template. */
export function TemplateCells({ row, marks, requests, zone, inNumbers }: Props) {
  return (
    <>
      <td className="template-id">
        <button type="button" className="link mono" tabIndex={-1} onClick={() => openTemplate(row.id)}>
          <Shown text={row.id} max={24} />
        </button>{' '}
        <RowMarks marks={marks} />
      </td>
      <td className="template-cell">
        {row.name === null ? (
          <TemplateShape shape={row.shape} />
        ) : (
          <span className="soft">
            <Shown text={row.name} max={120} />
          </span>
        )}
      </td>
      <td className="number">
        {formatCount(row.requests)} <span className="soft of-all">{formatShare(row.requests, requests)}</span>
      </td>
      {row.own && (
        <td
          className="number"
          title={`Its accounts were the first to ask ${formatCount(row.own.askedFirst)} of ${formatUnits(row.fillings, 'filling')}`}
        >
          {formatCount(row.own.requests)}{' '}
          <span className="soft of-all">{formatShare(row.own.requests, row.requests)}</span>
        </td>
      )}
      <td className="number">{formatCount(row.accounts)}</td>
      <td className="number">{formatCount(row.customers)}</td>
      <td className="number">{row.fresh === null ? '–' : formatShare(row.fresh, 1)}</td>
      <td className="growth-cell nowrap">
        {inNumbers ? (
          <span className="growth-numbers">{row.growth.map(formatCount).join(' · ')}</span>
        ) : (
          <GrowthLine template={row} width={64} height={18} />
        )}
      </td>
      <td className="time">{formatDay(zone, row.firstUs)}</td>
      <td className="time">{formatDay(zone, row.lastUs)}</td>
    </>
  );
}
