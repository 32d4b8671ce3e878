import { basename } from 'node:path';
import {
  type Detection,
  kindOf,
  type Mapping,
  type SourceColumn,
  type TableKind,
  type TextEncoding,
  type TimeFormat,
} from '../../../shared/contract/imports.ts';
import type { Database } from '../case/database.ts';
import { detectTimeForm, looksLikeTimes } from './detect-time.ts';
import { fieldOf } from './field-names.ts';
import { findFilePreset, listParts, openRecords } from './open-records.ts';
import type { Preset } from './presets/preset.ts';
import { identityMapping, presetInfo } from './presets/preset-mapping.ts';
import { presetById } from './presets/registry.ts';
import { rememberedMapping } from './remembered-mapping.ts';
import { takeSample } from './sample.ts';
import { sampleWarnings } from './sample-warnings.ts';
import { findSourceOfFile } from './sources.ts';
import { detectKind, proposeTableColumns, timeColumns } from './tables/detect-kind.ts';

const SAMPLES_SHOWN = 3;
const SAMPLE_LENGTH = 80;

/** What of a file's reading is decided already. */
export interface DetectChoices {
  readonly columns?: Mapping['columns'];
  readonly encoding?: TextEncoding;
  readonly delimiter?: NonNullable<Mapping['delimiter']>;
  /** The column of times. */
  readonly timestamp?: string;
  readonly timeFormat?: TimeFormat;
  readonly kind?: TableKind;
  /** Id of a preset; null for none. */
  readonly preset?: string | null;
}

/**
 * Looks at a file's header and first records and proposes how to read it.
 * Of an archive of several logs, the first one stands for all. A file with the columns of one imported before is
 * read like that one.
 * @param choices what a person has decided already; the rest is found out.
 */
export async function detectSource(
  db: Database,
  path: string,
  choices: DetectChoices = {},
): Promise<Detection> {
  const { columns: chosen, encoding, delimiter: chosenDelimiter, timestamp, timeFormat } = choices;
  const preset = await presetOf(db, path, choices);
  const reading = { encoding, delimiter: chosenDelimiter, preset: preset?.id };
  const { parts } = await listParts(path, reading);
  const records = await openRecords(parts[0], reading);
  const { columns, content, delimiter, format } = records;
  const sample = await takeSample(records);
  const { texts } = sample;
  const remembered = chosen ? undefined : rememberedMapping(db, columns, choices.kind, preset?.id);
  const kind = preset
    ? 'requests'
    : (choices.kind ??
      (remembered ? kindOf(remembered) : detectKind(chosen ? Object.keys(chosen) : columns)));
  const found =
    chosen ??
    remembered?.columns ??
    (preset && identityMapping(preset)) ??
    (kind === 'requests' ? proposeColumns(columns, texts) : proposeTableColumns(kind, columns));
  const proposed = timestamp === undefined || kind === 'accounts' ? found : { ...found, timestamp };
  const timed = timeColumns(kind, proposed);
  const timeTexts = timed.flatMap((name) => texts[columns.indexOf(name)] ?? []);
  const times = detectTimeForm(timed[0] ?? '', timeTexts, timeFormat);
  const imported = await findSourceOfFile(db, path);
  const mapping: Mapping = {
    ...(kind !== 'requests' && { kind }),
    columns: proposed,
    timeFormat: times.format,
    timeZone: times.zone ?? remembered?.timeZone ?? (preset ? 'UTC' : null),
    delimiter,
    ...(encoding && { encoding }),
    ...(preset && { preset: preset.id }),
  };
  return {
    file: basename(path),
    sizeBytes: content.sizeBytes,
    format: parts.length > 1 ? `${format} (${parts.length} files)` : format,
    columns: columns.map((name, column) => sourceColumn(name, texts[column])),
    kind,
    preset: preset ? presetInfo(preset) : null,
    mapping,
    // A preset states the zone of times that carry none.
    zoneNeeded: times.zoneNeeded && !preset,
    timeChoices: preset ? [] : times.choices,
    timeProblem: preset ? null : times.problem,
    warnings: [...(records.warnings?.() ?? []), ...sampleWarnings(sample, timed[0], times)],
    importedUs: imported?.importedUs ?? null,
  };
}

/** The preset a person chose, or the one whose format the file is in, unless its columns were read otherwise before. */
async function presetOf(db: Database, path: string, choices: DetectChoices): Promise<Preset | undefined> {
  const { preset, columns, kind } = choices;
  if (typeof preset === 'string') return presetById(preset);
  const unwanted = preset === null || columns !== undefined || (kind !== undefined && kind !== 'requests');
  if (unwanted) return undefined;
  const { delimiter, encoding } = choices;
  return findFilePreset(path, { delimiter, encoding }, (names) => rememberedMapping(db, names) === undefined);
}

function proposeColumns(columns: readonly string[], texts: readonly string[][]): Mapping['columns'] {
  const proposed: Mapping['columns'] = {};
  for (const name of columns) {
    const field = fieldOf(name);
    if (field && proposed[field] === undefined) proposed[field] = name;
  }
  const timeColumn = proposed.timestamp ?? firstColumnOfTimes(columns, texts);
  return timeColumn === undefined ? proposed : { ...proposed, timestamp: timeColumn };
}

function sourceColumn(name: string, texts: readonly string[]): SourceColumn {
  const samples = new Set<string>();
  for (const text of texts) {
    if (samples.size === SAMPLES_SHOWN) break;
    if (text !== '') samples.add(text.slice(0, SAMPLE_LENGTH));
  }
  return { name, samples: [...samples] };
}

function firstColumnOfTimes(columns: readonly string[], texts: readonly string[][]): string | undefined {
  return columns.find((_, column) => looksLikeTimes(texts[column]));
}
