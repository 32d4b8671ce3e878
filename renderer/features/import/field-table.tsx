import { useState } from 'react';
import { type Detection, kindOf, type Mapping, type TableField } from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { Shown } from '../../ui/shown.tsx';
import { assignColumn, fieldOrder, fieldTitle, isRequired } from './model.ts';

interface Props {
  readonly detection: Detection;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Each canonical field with the column it is read from and values of that column. */
export function FieldTable({ detection, mapping, onChange }: Props) {
  // The order follows what was detected, so that rows do not jump while columns are chosen.
  const [order] = useState(() => fieldOrder(detection.mapping));
  return (
    <table className="table field-table" aria-labelledby="fields-title">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Column of the file</th>
          <th scope="col">Values</th>
        </tr>
      </thead>
      <tbody>
        {order.map((field) => (
          <FieldRow key={field} field={field} detection={detection} mapping={mapping} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field, detection, mapping, onChange }: Props & { field: TableField }) {
  const column = mapping.columns[field];
  const samples = detection.columns.find(({ name }) => name === column)?.samples ?? [];
  const required = isRequired(kindOf(mapping), field);
  const missing = required && column === undefined;
  // Columns are chosen by number: their names may hold anything, the empty text included.
  const at = column === undefined ? -1 : detection.columns.findIndex(({ name }) => name === column);
  return (
    <tr>
      <th scope="row">
        {fieldTitle(field)} {required && <span className={missing ? 'warn' : 'soft'}>required</span>}
      </th>
      <td>
        <select
          aria-label={`Column for ${field}`}
          aria-invalid={missing || undefined}
          value={at}
          onChange={(event) => {
            const chosen = detection.columns[Number(event.target.value)];
            onChange(assignColumn(mapping, field, chosen ? chosen.name : null));
          }}
        >
          <option value={-1}>not in this file</option>
          {detection.columns.map(({ name }, index) => (
            <option key={name} value={index}>
              {shownText(name, { max: 60 })}
            </option>
          ))}
        </select>
      </td>
      <td className="samples mono">
        <Shown text={samples.join('  ')} max={80} />
      </td>
    </tr>
  );
}
