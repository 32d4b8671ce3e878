import type { Preview, PreviewRow } from '../../../shared/contract/imports.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { fieldTitle } from './model.ts';

/** The first rows as the mapping reads them; what is wrong stands in words in the cell it is wrong in. */
export function PreviewTable({ preview, zone, busy }: { preview: Preview; zone: string; busy: boolean }) {
  const rejects = preview.rows.filter(({ reject }) => reject !== null).length;
  const problems = preview.rows.filter(({ cells }) =>
    cells.some(({ problem }) => problem !== undefined),
  ).length;
  return (
    <>
      <p className={rejects > 0 ? 'warn' : 'soft'}>
        Of {formatUnits(preview.rows.length, 'row')} shown, {formatCount(rejects)} would be rejected and{' '}
        {formatCount(problems)} {problems === 1 ? 'has' : 'have'} a value with a problem.
        {preview.sampled > preview.rows.length &&
          ` Of the first ${formatUnits(preview.sampled, 'row')}, ${formatCount(preview.refused)} would be rejected (${formatShare(preview.refused, preview.sampled)})${preview.refused > preview.sampled * 0.05 ? ': more than 5 %' : ''}.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="preview-scroll" tabIndex={0} aria-label="Preview rows" aria-busy={busy}>
        <table className="table preview-table" aria-labelledby="preview-title">
          <thead>
            <tr>
              <th scope="col" className="number">
                Line
              </th>
              <th scope="col">Read as ({zone})</th>
              {preview.fields.map((field) => (
                <th key={field} scope="col">
                  {fieldTitle(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <Row key={row.line} row={row} preview={preview} zone={zone} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ row, preview, zone }: { row: PreviewRow; preview: Preview; zone: string }) {
  return (
    <tr className={row.reject === null ? '' : 'rejected'}>
      <td className="number">{formatCount(row.line)}</td>
      <td className="time">
        {row.timeUs === null ? 'no time' : formatTime(zoneOf(zone), row.timeUs, 'second')}
        {row.reject !== null && <span className="problem">Rejected: {row.reject}</span>}
      </td>
      {preview.fields.map((field, index) => {
        const cell = row.cells[index];
        return (
          <td key={field} className={cell?.problem ? 'cell-problem' : ''}>
            {cell && <Shown text={cell.text} max={60} />}
            {cell?.problem && <span className="problem">{cell.problem}</span>}
          </td>
        );
      })}
    </tr>
  );
}
