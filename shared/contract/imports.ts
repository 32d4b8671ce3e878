import { z } from 'zod';
import { fileGrant, job, nothing, read } from './define.ts';

/**
 * Canonical column names of a request table; headers spelt so import without any mapping. `input_tokens` are
 * those that came from no cache. `request_count` is how many requests a row stands for (1 where it is absent),
 * `bucket_seconds` the length of the time it counts, from its timestamp on.
 */
export const REQUEST_FIELDS = [
  'request_id',
  'timestamp',
  'account_id',
  'organization_id',
  'api_key_id',
  'session_id',
  'ip',
  'asn',
  'country',
  'user_agent',
  'header_fingerprint',
  'device_id',
  'end_user_id',
  'model',
  'endpoint',
  'status',
  'stop_reason',
  'input_tokens',
  'output_tokens',
  'latency_ms',
  'temperature',
  'max_tokens',
  'tools_hash',
  'system_hash',
  'topic',
  'prompt_hash',
  'prompt_text',
  'cache_read_tokens',
  'cache_write_tokens',
  'cost_micro_usd',
  'request_count',
  'bucket_seconds',
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export const REQUIRED_FIELDS: readonly RequestField[] = ['timestamp', 'account_id'];

/** Canonical column names of a table of accounts. */
export const ACCOUNT_FIELDS = [
  'account_id',
  'organization_id',
  'created_at',
  'plan',
  'signup_route',
  'email',
  'phone_hash',
  'payment_fingerprint',
  'card_bin',
  'kyc_level',
  'declared_use',
  'training_allowed',
  'reseller',
  'status',
  'status_changed_at',
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

/** Canonical column names of a table of context: model releases, incidents, outside events. */
export const CONTEXT_FIELDS = ['timestamp', 'kind', 'label', 'source'] as const;
export type ContextField = (typeof CONTEXT_FIELDS)[number];

/** What a file holds. */
export const TABLE_KINDS = ['requests', 'accounts', 'context'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
export type TableField = RequestField | AccountField | ContextField;

/** The canonical fields of each kind of table, and those it cannot do without. */
export const TABLES: Readonly<
  Record<TableKind, { readonly fields: readonly TableField[]; readonly required: readonly TableField[] }>
> = {
  requests: { fields: REQUEST_FIELDS, required: REQUIRED_FIELDS },
  accounts: { fields: ACCOUNT_FIELDS, required: ['account_id'] },
  context: { fields: CONTEXT_FIELDS, required: ['timestamp', 'label'] },
};

/** Every canonical name of any kind of table, once. */
export const TABLE_FIELDS: readonly TableField[] = [
  ...new Set<TableField>([...REQUEST_FIELDS, ...ACCOUNT_FIELDS, ...CONTEXT_FIELDS]),
];

/**
 * Forms of time a timestamp column may have; chosen per column, never per cell. `named_month` is RFC 2822, the
 * Common Log Format and other dates with the month's name; `excel_serial` and `dotnet_ticks` carry no zone.
 */
export const TIME_FORMATS = [
  'iso',
  'unix_s',
  'unix_ms',
  'unix_us',
  'unix_ns',
  'named_month',
  'day_month_year',
  'month_day_year',
  'dotnet_ticks',
  'excel_serial',
] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** Text encodings a file may be read in. Only the first three are found out; the others have to be chosen. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'shift_jis',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** How a file is read: canonical field to source column, and the zone of times that carry none. */
export const mapping = z.strictObject({
  /** Absent for requests. */
  kind: z.enum(['accounts', 'context']).optional(),
  columns: z.partialRecord(z.enum(TABLE_FIELDS), z.string().max(1000)),
  timeFormat: z.enum(TIME_FORMATS),
  /** IANA name or ±HH:MM; needed only where times carry no zone of their own, null where they all do. */
  timeZone: z.string().min(1).max(64).nullable(),
  /** null for files that have none, as JSON. */
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  /** As chosen by a person; absent where the file tells it. */
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  /** Id of the preset that makes rows of the file's records; absent where columns are read as they are. */
  preset: z.string().min(1).max(60).optional(),
});
export type Mapping = z.infer<typeof mapping>;

export function kindOf(mapping: Pick<Mapping, 'kind'>): TableKind {
  return mapping.kind ?? 'requests';
}

/** What one row of a source stands for: a request, all requests of a stretch of time, or a conversation. */
export const GRAINS = ['request', 'bucket', 'conversation'] as const;
export type Grain = (typeof GRAINS)[number];

/** A known format and how it is read. */
export interface PresetInfo {
  readonly id: string;
  readonly title: string;
  readonly grain: Grain;
  /** How accounts, tokens and money are read, a sentence each. */
  readonly rules: readonly string[];
}

export interface SourceColumn {
  readonly name: string;
  /** Up to three distinct values, cut to 80 characters. */
  readonly samples: readonly string[];
}

export interface Detection {
  readonly file: string;
  readonly sizeBytes: number;
  /** In words: 'CSV, comma, UTF-8, gzip' or 'NDJSON, UTF-8'. */
  readonly format: string;
  readonly columns: readonly SourceColumn[];
  /** What the file holds, by its columns, unless a person said it. */
  readonly kind: TableKind;
  /** The known format the file is in; null when it is in none, or a person wants none. */
  readonly preset: PresetInfo | null;
  /** What detection proposes; `columns` holds only fields it is sure of. */
  readonly mapping: Mapping;
  /** Some sampled times carry no zone, so `mapping.timeZone` must be chosen by a person. */
  readonly zoneNeeded: boolean;
  /** Forms of time that the samples leave open, so `mapping.timeFormat` must be chosen by a person; empty when they settle it. */
  readonly timeChoices: readonly TimeFormat[];
  /** Why no time of the proposed column can be told, as a sentence; null when they can. */
  readonly timeProblem: string | null;
  /** What a person should know of the file before importing it, a sentence each. */
  readonly warnings: readonly string[];
  /** When this very content was imported before (its source's import time), else null. */
  readonly importedUs: number | null;
}

export interface PreviewCell {
  readonly text: string;
  /** What is wrong with the value under the mapping, in words; absent when nothing is. */
  readonly problem?: string;
}

export interface PreviewRow {
  /** Line of the file where the record starts, from 1. */
  readonly line: number;
  /** One per mapped field, in the order of the kind's fields. */
  readonly cells: readonly PreviewCell[];
  readonly timeUs: number | null;
  /** Why the row would be rejected; null when it would be stored. */
  readonly reject: string | null;
}

/** Where the zone of a source's times comes from. */
export const ZONE_SOURCES = ['values', 'column name', 'chosen'] as const;

/** What times say about themselves, for a person to see whether they were read rightly. */
export interface TimesSeen {
  /** Rows looked at: those sampled, or all stored ones. */
  readonly rows: number;
  readonly withoutTime: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** The longest stretch between two times, in stored sources to the quarter hour; null with fewer than two. */
  readonly gap: { readonly fromUs: number; readonly toUs: number } | null;
  /** Later than the moment they were looked at. */
  readonly future: number;
  readonly before2015: number;
  /** At 00:00:00 exactly, in the zone they were read in. */
  readonly atMidnight: number;
  /** Zone of the times that carry none; null where all carry their own. */
  readonly zone: string | null;
  readonly zoneFrom: (typeof ZONE_SOURCES)[number];
}

export interface Preview {
  readonly fields: readonly TableField[];
  readonly rows: readonly PreviewRow[];
  /** Rows looked at for what follows: more than are shown. */
  readonly sampled: number;
  /** How many of those would be rejected. */
  readonly refused: number;
  /** null where no column of times is chosen. */
  readonly times: TimesSeen | null;
}

export interface Source {
  readonly sha256: string;
  readonly kind: TableKind;
  readonly file: string;
  readonly format: string;
  readonly sizeBytes: number;
  readonly importedUs: number;
  readonly rowsRead: number;
  readonly stored: number;
  /** Rows whose request id (account, event) is already there with the very same values. */
  readonly duplicates: number;
  /** Rows whose request id (account) is already there with other values; the first stands, this one is rejected. */
  readonly conflicts: number;
  readonly rejected: number;
  /** Stored rows equal to another stored row of this source in every value, without a request id. */
  readonly repeats: number;
  readonly withoutTime: number;
  readonly mapping: Mapping;
  readonly grain: Grain;
  /** Title of the preset it was read with; null without one. */
  readonly preset: string | null;
  /** How accounts, tokens and money were read, a sentence each; empty without a preset. */
  readonly rules: readonly string[];
  /** What happened while it was read, a sentence each: records passed over, requests put together. */
  readonly notes: readonly string[];
  /** What a person should know before relying on it, a sentence each. */
  readonly warnings: readonly string[];
  /** null where rows have no time of their own, and for sources of earlier versions. */
  readonly times: TimesSeen | null;
  readonly seconds: number;
  /** A person marked it as benign reference: its accounts are what others are compared with. */
  readonly reference: boolean;
  readonly alreadyImported: boolean;
}

export interface Reject {
  readonly line: number;
  readonly reason: string;
  /** The record as it stands in the file, cut to 2,000 characters. */
  readonly raw: string;
}

const target = z.strictObject({ grant: fileGrant, mapping });

export const detectSource = read(
  'imports.detect',
  z.strictObject({
    grant: fileGrant,
    encoding: z.enum(TEXT_ENCODINGS).optional(),
    /** As said by a person; absent to find it out. */
    kind: z.enum(TABLE_KINDS).optional(),
    /** Id of a preset as chosen by a person, null for none; absent to find it out. */
    preset: z.string().min(1).max(60).nullable().optional(),
    /** As chosen by a person; absent to find it out. */
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    /** The column of times as chosen by a person; absent to find it out. */
    timestamp: z.string().max(1000).optional(),
    /** The form of times as chosen by a person; absent to find it out. */
    timeFormat: z.enum(TIME_FORMATS).optional(),
  }),
).returns<Detection>();
/** The files of a chosen folder and of those below it that may be logs, by path, each under a grant of its own. */
export const listFolder = read('imports.listFolder', z.strictObject({ grant: fileGrant })).returns<
  readonly { readonly grant: string; readonly name: string }[]
>();
/** Files written: the rows not stored, to be put right and imported again, and beside them the reasons. */
export interface RejectsFiles {
  readonly file: string;
  readonly reasonsFile: string;
  readonly rows: number;
  /** Rows of which only the beginning was kept, since they or all together were too long. */
  readonly cut: number;
}
/** Writes a source's rejected and conflicting rows as they stand in the file, and `….reasons.csv` beside them. */
export const exportRejects = job(
  'imports.exportRejects',
  z.strictObject({ sha256: z.string().length(64), grant: fileGrant }),
).returns<RejectsFiles>();
/** The first 50 records read under a mapping, with problems marked. */
export const previewSource = read('imports.preview', target).returns<Preview>();
/** What came of one file: a source, or one for each log in an archive. */
export interface ImportResult {
  readonly sources: readonly Source[];
  /** Files in an archive that are no logs, or could not be taken, with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

export const importSource = job(
  'imports.run',
  target.extend({
    /** Marks what is imported as benign reference; see `markReference`. */
    reference: z.boolean().optional(),
  }),
).returns<ImportResult>();
/** Takes an import back as one: its rows and the accounts only it named go, what people wrote stays. */
export const removeSource = job(
  'imports.remove',
  z.strictObject({ sha256: z.string().length(64) }),
).returns<null>();
export const listSources = read('imports.sources', nothing).returns<readonly Source[]>();
export const listRejects = read(
  'imports.rejects',
  z.strictObject({ sha256: z.string().length(64), limit: z.int().min(1).max(1000) }),
).returns<readonly Reject[]>();
