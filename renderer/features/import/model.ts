import {
  type Detection,
  kindOf,
  type Mapping,
  type Source,
  TABLES,
  type TableField,
  type TableKind,
  type TextEncoding,
  type TimeFormat,
} from '../../../shared/contract/imports.ts';
import { isZone } from '../../../shared/time/zone.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

export const TIME_FORMAT_NAMES: Readonly<Record<TimeFormat, string>> = {
  iso: 'Date and time (ISO 8601)',
  unix_s: 'Unix time, seconds',
  unix_ms: 'Unix time, milliseconds',
  unix_us: 'Unix time, microseconds',
  unix_ns: 'Unix time, nanoseconds',
  named_month: "Date with the month's name (mail, web server)",
  day_month_year: 'Day, month, year (20/11/2026)',
  month_day_year: 'Month, day, year (11/20/2026)',
  dotnet_ticks: '.NET ticks',
  excel_serial: 'Spreadsheet day number (1900 system)',
};

export const ENCODING_NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little endian',
  'utf-16be': 'UTF-16, big endian',
  'windows-1252': 'Windows-1252 (Western European)',
  'iso-8859-1': 'ISO 8859-1 (Latin-1)',
  shift_jis: 'Shift_JIS (Japanese)',
};

export const DELIMITER_NAMES: Readonly<Record<NonNullable<Mapping['delimiter']>, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

/** What a file holds, as it is chosen. */
export const KIND_NAMES: Readonly<Record<TableKind, string>> = {
  requests: 'Requests',
  accounts: 'Accounts',
  context: 'Context',
};

/** One stored row of each kind of table. */
export const ROW_NAMES: Readonly<Record<TableKind, string>> = {
  requests: 'request',
  accounts: 'account record',
  context: 'event',
};

const FIELD_TITLES: Partial<Readonly<Record<TableField, string>>> = {
  api_key_id: 'API key id',
  asn: 'ASN',
  card_bin: 'Card BIN',
  email: 'E-mail',
  ip: 'IP',
  kyc_level: 'KYC level',
  latency_ms: 'Latency, ms',
  organization_id: 'Organisation id',
  signup_route: 'Sign-up route',
};

/** `request_id` as `Request id`. */
export function fieldTitle(field: TableField): string {
  const words = field.replaceAll('_', ' ');
  return FIELD_TITLES[field] ?? words[0].toUpperCase() + words.slice(1);
}

export function isRequired(kind: TableKind, field: TableField): boolean {
  return TABLES[kind].required.includes(field);
}

/** The mapping with a field read from another column, or from none. */
export function assignColumn(mapping: Mapping, field: TableField, column: string | null): Mapping {
  const { [field]: _, ...rest } = mapping.columns;
  return { ...mapping, columns: column === null ? rest : { ...rest, [field]: column } };
}

/** Fields in the order they are shown: required, then mapped, then the others, each in canonical order. */
export function fieldOrder(proposed: Mapping): readonly TableField[] {
  const kind = kindOf(proposed);
  const rank = (field: TableField) =>
    isRequired(kind, field) ? 0 : proposed.columns[field] === undefined ? 2 : 1;
  return TABLES[kind].fields.toSorted((a, b) => rank(a) - rank(b));
}

/** Columns of the file that no field is read from; they are kept as extra fields. */
export function unmappedColumns(detection: Detection, mapping: Mapping): readonly string[] {
  const used = new Set(Object.values(mapping.columns));
  return detection.columns.map(({ name }) => name).filter((name) => !used.has(name));
}

/** Why the import cannot run yet, one sentence each; empty when it can. */
export function obstacles(
  detection: Detection,
  mapping: Mapping,
  zoneConfirmed: boolean,
  formConfirmed: boolean,
): readonly string[] {
  const { required } = TABLES[kindOf(mapping)];
  const reasons = required
    .filter((field) => mapping.columns[field] === undefined)
    .map((field) => `${fieldTitle(field)} is required: choose its column.`);
  if (detection.timeProblem !== null && mapping.columns.timestamp === detection.mapping.columns.timestamp)
    reasons.push(detection.timeProblem);
  if (detection.timeChoices.length > 0 && !formConfirmed) reasons.push('Choose the form of the times.');
  if (detection.zoneNeeded && (mapping.timeZone === null || !isZone(mapping.timeZone))) {
    reasons.push('Choose the time zone of the file.');
  } else if (detection.zoneNeeded && !zoneConfirmed) {
    reasons.push('Confirm the time zone of the file.');
  }
  return reasons;
}

/** The columns two or more fields are read from. */
export function sharedColumns(mapping: Mapping): readonly string[] {
  const columns = Object.values(mapping.columns);
  return [...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))];
}

export interface Reconciliation {
  /** The parts that every row read falls into, exactly one each. */
  readonly parts: readonly { readonly name: string; readonly rows: number; readonly means: string }[];
  /** Whether the parts add up to the rows read; if not, something is wrong with the import itself. */
  readonly addsUp: boolean;
  /** Things to know of rows that were stored. */
  readonly remarks: readonly string[];
}

const CONFLICTS: Readonly<Record<TableKind, string>> = {
  requests: 'request id in the case with other values; the first stands',
  accounts: 'account in the case with other values at the same status; the first stands',
  context: 'none: events that differ are different events',
};

export function reconcile(source: Source): Reconciliation {
  const { kind, rowsRead, stored, duplicates, conflicts, rejected, repeats, withoutTime } = source;
  const remarks: string[] = [];
  if (withoutTime > 0) {
    remarks.push(
      `${formatUnits(withoutTime, 'stored row')} without a valid time: counted and listed, on no time axis.`,
    );
  }
  if (repeats > 0) {
    remarks.push(
      `${formatUnits(repeats, 'stored row')} equal to another in every value and without a request id: kept, since they may be separate requests.`,
    );
  }
  return {
    parts: [
      { name: 'Stored', rows: stored, means: 'new in the case' },
      { name: 'Duplicates', rows: duplicates, means: 'already in the case with the very same values' },
      {
        name: 'Conflicts',
        rows: conflicts,
        means: CONFLICTS[kind],
      },
      { name: 'Rejected', rows: rejected, means: 'not readable under the mapping, kept with their reasons' },
    ],
    addsUp: stored + duplicates + conflicts + rejected === rowsRead,
    remarks,
  };
}

/** The reconciliation in one line: `1,000 rows read = 980 stored + 12 duplicates + 0 conflicts + 8 rejected`. */
export function reconciliationLine(source: Source): string {
  const { rowsRead, stored, duplicates, conflicts, rejected } = source;
  return (
    `${formatUnits(rowsRead, 'row')} read = ${formatCount(stored)} stored + ${formatUnits(duplicates, 'duplicate')}` +
    ` + ${formatUnits(conflicts, 'conflict')} + ${formatCount(rejected)} rejected`
  );
}
