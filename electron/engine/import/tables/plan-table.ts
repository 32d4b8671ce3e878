import { kindOf, type Mapping, TABLES, type TableField } from '../../../../shared/contract/imports.ts';
import { badMapping, type ChosenColumns, chosenColumns } from '../chosen-columns.ts';

/** A mapping of a table of accounts or context made concrete for one file's header. */
export interface TablePlan extends ChosenColumns<TableField> {
  readonly mapping: Mapping;
}

/** @throws StillwatchError BAD_MAPPING when a required field has no column, or a named column is not there. */
export function planTable(columns: readonly string[], mapping: Mapping): TablePlan {
  const kind = kindOf(mapping);
  const { fields, required } = TABLES[kind];
  const stranger = Object.keys(mapping.columns).find((field) => !fields.includes(field as TableField));
  if (stranger !== undefined) throw badMapping(`A table of ${kind} has no field ${stranger}.`);
  return { ...chosenColumns<TableField>(columns, mapping, fields, required), mapping };
}
