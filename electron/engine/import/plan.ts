import {
  type Mapping,
  REQUEST_FIELDS,
  REQUIRED_FIELDS,
  type RequestField,
} from '../../../shared/contract/imports.ts';
import { REQUEST_COLUMNS, type RequestColumn } from '../requests/columns.ts';
import { type ChosenColumns, chosenColumns } from './chosen-columns.ts';

/** A column of the file and where its values go. */
export interface PlannedColumn {
  /** Position in the file. */
  readonly from: number;
  readonly target: RequestColumn;
}

/** A mapping made concrete for one file's header. */
export interface ImportPlan extends Pick<ChosenColumns<RequestField>, 'extra' | 'zone'> {
  readonly account: number;
  readonly time: number;
  readonly requestId: number | undefined;
  readonly fields: readonly PlannedColumn[];
  readonly mapping: Mapping;
}

/** @throws StillwatchError BAD_MAPPING when a required field has no column, or a named column is not there. */
export function planImport(columns: readonly string[], mapping: Mapping): ImportPlan {
  const { places, extra, zone } = chosenColumns<RequestField>(
    columns,
    mapping,
    REQUEST_FIELDS,
    REQUIRED_FIELDS,
  );
  return {
    account: places.get('account_id') as number,
    time: places.get('timestamp') as number,
    requestId: places.get('request_id'),
    fields: REQUEST_COLUMNS.flatMap((target) => {
      const from = places.get(target.field);
      return from === undefined ? [] : [{ from, target }];
    }),
    extra,
    mapping,
    zone,
  };
}
