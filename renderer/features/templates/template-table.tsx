import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ListedTemplate } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { moveTemplateCursor, useAnalysisRun } from '../../store/analysis-run.ts';
import { openTemplate } from '../../store/views.ts';
import { formatCount } from '../../ui/format.ts';
import { moveCursor } from '../../ui/list-model.ts';
import { useMarks } from '../annotations/marks.ts';
import { TemplateCells } from './template-cells.tsx';

const PAGE_ROWS = 10;

interface Props {
  readonly templates: readonly ListedTemplate[];
  readonly total: number;
  /** Requests of the case: what the counts are of. */
  readonly requests: number;
  readonly zone: string;
  /** The growth as numbers in place of the line. */
  readonly inNumbers: boolean;
}

/** Templates, those that tell the most first; walked with the keys, opened with Enter or a click. */
export function TemplateTable({ templates, total, requests, zone, inNumbers }: Props) {
  const cursor = useAnalysisRun((state) => state.templateCursor);
  const table = useRef<HTMLTableElement>(null);
  const marks = useMarks(templates.map(({ id }) => templateReference(id)));
  const at = templates.findIndex(({ id }) => id === cursor);
  const isOwn = templates.some(({ own }) => own !== null);

  // Coming back to the list shows the template that was chosen.
  useEffect(() => {
    table.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== table.current) return;
    if (event.key === 'Enter' && at >= 0) {
      openTemplate(templates[at].id);
      return;
    }
    const next = moveCursor(event.key, at, templates.length, PAGE_ROWS);
    if (next === null) return;
    event.preventDefault();
    moveTemplateCursor(templates[next].id);
    document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked is a grid
      role="grid"
      className={`table operator-table template-table${isOwn ? ' with-own' : ''}`}
      tabIndex={0}
      aria-label="Templates"
      aria-rowcount={total + 1}
      aria-activedescendant={at < 0 ? undefined : rowId(at)}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">Template</th>
          <th scope="col" title="A bar for each stretch of fixed wording, and the slots between them">
            Wording, masked
          </th>
          <th scope="col" className="number" title={`Of all ${formatCount(requests)} requests`}>
            Requests
          </th>
          {isOwn && (
            <th
              scope="col"
              className="number"
              title="Requests of the operator, and their share of the template’s"
            >
              Operator’s
            </th>
          )}
          <th scope="col" className="number" title="Accounts that used it, also now and then">
            Accounts
          </th>
          <th scope="col" className="number" title="As far as it is known who is one customer">
            Customers
          </th>
          <th
            scope="col"
            className="number"
            title="Distinct fillings to requests: at 100 % none was asked twice"
          >
            Fresh
          </th>
          <th scope="col" className="growth-cell" title="Distinct fillings over requests, in order of time">
            Growth
          </th>
          <th scope="col" className="time">
            First ({zone})
          </th>
          <th scope="col" className="time">
            Last ({zone})
          </th>
        </tr>
      </thead>
      <tbody>
        {templates.map((row, index) => (
          <tr
            key={row.id}
            id={rowId(index)}
            aria-rowindex={index + 2}
            aria-selected={index === at}
            onClick={() => moveTemplateCursor(row.id)}
            onDoubleClick={() => openTemplate(row.id)}
          >
            <TemplateCells
              row={row}
              marks={marks.get(templateReference(row.id))}
              requests={requests}
              zone={zone}
              inNumbers={inNumbers}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const templateReference = (template: string) => formatReference({ kind: 'template', template });

const rowId = (index: number) => `template-row-${index}`;
