import type { TemplateRow } from '../../../shared/contract/analysis.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { drawGrowth, GROWTH_SIZE } from './draw-growth.ts';
import { GrowthLine } from './growth-line.tsx';
import { growthRows } from './model.ts';

/** How the fillings grew with the requests, drawn and in numbers. */
export function GrowthSection({ template }: { template: TemplateRow }) {
  return (
    <div className="growth-section">
      <figure>
        <GrowthLine template={template} width={240} height={150} />
        <figcaption className="soft">
          {formatUnits(template.fillings, 'distinct filling')} (up) over{' '}
          {formatUnits(template.requests, 'request')} in order of time (to the right). The dotted line: as
          many new ones at the end as at the beginning.{' '}
          <span className="picture-line">
            <PictureMenu
              name="growth"
              pin={() => ({ query: 'template', args: { template: template.id } })}
              picture={() => ({
                size: GROWTH_SIZE,
                caption: captionOf(
                  `Growth of template ${template.id}: ${formatUnits(template.fillings, 'distinct filling')} over ${formatUnits(template.requests, 'request')}`,
                  '',
                  template.requests,
                  ['Requests in order of time. Dotted: as many new fillings at the end as at the beginning.'],
                ),
                draw: (context, _, palette) => drawGrowth(context, template, palette),
              })}
            />
          </span>
        </figcaption>
      </figure>
      <table className="table" aria-label="Growth in numbers">
        <thead>
          <tr>
            <th scope="col">Part of its requests</th>
            <th scope="col" className="number">
              Requests so far
            </th>
            <th scope="col" className="number">
              Distinct fillings so far
            </th>
            <th scope="col" className="number">
              New in this eighth
            </th>
            <th scope="col" className="number">
              Of its requests
            </th>
          </tr>
        </thead>
        <tbody>
          {growthRows(template).map((row) => (
            <tr key={row.part}>
              <th scope="row">{row.part}</th>
              <td className="number">{formatCount(row.requests)}</td>
              <td className="number">{formatCount(row.fillings)}</td>
              <td className="number">{formatCount(row.fresh)}</td>
              <td className="number">{formatShare(row.fresh, row.added)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
