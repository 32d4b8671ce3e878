import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { TextEncoding } from '../../../shared/contract/imports.ts';
import type { Records } from './containers/container.ts';
import { type Content, openContent } from './containers/content.ts';
import { openCsv } from './containers/csv.ts';
import type { Delimiter } from './containers/csv-parser.ts';
import { openJson } from './containers/json.ts';
import { isParquet, openParquet } from './containers/parquet.ts';
import { listFileParts, type Part, type PartList } from './containers/parts.ts';
import { openTable } from './containers/sqlite.ts';
import { openText } from './containers/text.ts';
import { findPreset } from './presets/find-preset.ts';
import type { Preset } from './presets/preset.ts';
import { presetById } from './presets/registry.ts';
import { openReshaped } from './presets/reshape.ts';
import { shortName } from './quoted-name.ts';

const PARTS_LOOKED_INTO = 20;

/** What a person may choose about reading a file; the rest is found out. A mapping fits. */
export interface ReadingChoices {
  readonly delimiter?: Delimiter | null;
  readonly encoding?: TextEncoding;
  /** Id of the preset that makes rows of the records. */
  readonly preset?: string;
}

export interface OpenedRecords extends Records {
  readonly content: Content;
  /** null where there is none, as in JSON. */
  readonly delimiter: Delimiter | null;
  /** Lets go of the file when the batches are not read; may be called more than once. */
  close(): Promise<void>;
}

/**
 * Opens a part of a file as records, whatever container it is in, reshaped by the preset if one is chosen.
 * @throws StillwatchError NOT_A_LOG, SOURCE_DAMAGED, FILE_UNREADABLE, BAD_MAPPING for an unknown preset
 */
export async function openRecords(part: Part, choices: ReadingChoices = {}): Promise<OpenedRecords> {
  if (choices.preset === undefined) return openContained(part, choices);
  const preset = presetById(choices.preset);
  const { content, delimiter, close, ...records } = await openContained(part, choices);
  try {
    const reshaped = await openReshaped(records, preset);
    return {
      ...reshaped,
      content,
      delimiter,
      close: async () => {
        await reshaped.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openContained(part: Part, { delimiter, encoding }: ReadingChoices): Promise<OpenedRecords> {
  const content = await openContent(part);
  if (part.table !== null) {
    return { delimiter: null, ...(await openTable(content, part.path, part.table)), content };
  }
  if (await isParquet(part)) {
    return { delimiter: null, ...(await openParquet(content, part.path)), content };
  }
  const text = await openText(content, encoding);
  try {
    const records = (await openJson(text)) ?? openCsv(text, delimiter ?? undefined);
    const format = [records.format, text.encoding, ...(content.packing ? [content.packing] : [])].join(', ');
    return { delimiter: null, ...records, format, content, close: text.close };
  } catch (error) {
    await text.close();
    throw error;
  }
}

/**
 * What of a file is to be imported, each part as a source of its own: the file itself, the logs in a zip archive
 * by name, or a table of a database. Files in the archive that are no logs are refused with the reason; the
 * others must have the same columns.
 * @throws StillwatchError NOT_A_LOG also when there is no log in the archive, or there are logs of several kinds
 */
export async function listParts(path: string, choices: ReadingChoices = {}): Promise<PartList> {
  const list = await listFileParts(path);
  if (list.parts.length === 1 && list.parts[0].entry === null) return list;
  const parts: Part[] = [];
  const refused = [...list.refused];
  let first: { readonly name: string; readonly header: string } | undefined;
  for (const part of list.parts) {
    const header = await headerOf(part, choices);
    if (header instanceof StillwatchError) {
      refused.push({ name: part.name, reason: header.message.split('. ')[0] });
      continue;
    }
    first ??= { name: part.name, header };
    if (header !== first.header) throw severalTables(shortName(first.name), shortName(part.name));
    parts.push(part);
  }
  if (parts.length > 0) return { parts, refused };
  throw new StillwatchError(
    'NOT_A_LOG',
    `There is no log in this zip archive. Nothing was imported.${refused.length > 0 ? ` ${shortName(refused[0].name)}: ${refused[0].reason}.` : ''}`,
  );
}

/**
 * The preset whose format a file is in, of an archive the first file that is in one; undefined when there is none.
 * @param wanted whether a preset may be looked for, by the file's own columns.
 */
export async function findFilePreset(
  path: string,
  { delimiter, encoding }: ReadingChoices,
  wanted: (columns: readonly string[]) => boolean,
): Promise<Preset | undefined> {
  const { parts } = await listFileParts(path);
  for (const part of parts.slice(0, PARTS_LOOKED_INTO)) {
    const found = await partPreset(part, { delimiter, encoding }, wanted);
    if (found) return found;
  }
  return undefined;
}

async function partPreset(
  part: Part,
  choices: ReadingChoices,
  wanted: (columns: readonly string[]) => boolean,
) {
  try {
    const records = await openContained(part, choices);
    try {
      return wanted(records.columns) ? await findPreset(records) : undefined;
    } finally {
      await records.close();
    }
  } catch (error) {
    // What cannot be read at all is told when it is opened to be read.
    if (error instanceof StillwatchError) return undefined;
    throw error;
  }
}

/** Text that is the same for parts that can be read under one mapping; why the part is no log, if it is none. */
async function headerOf(part: Part, choices: ReadingChoices): Promise<string | StillwatchError> {
  try {
    const records = await openRecords(part, choices);
    await records.close();
    if (choices.preset !== undefined) return choices.preset;
    // The keys of JSON records differ from file to file; the mapping tells whether one is missing.
    return records.delimiter === null && !records.format.startsWith('Parquet')
      ? 'JSON'
      : JSON.stringify([...records.columns].sort());
  } catch (error) {
    if (error instanceof StillwatchError && error.code === 'NOT_A_LOG') return error;
    throw error;
  }
}

function severalTables(first: string, other: string): StillwatchError {
  return new StillwatchError(
    'NOT_A_LOG',
    `This zip archive holds tables with different columns: ${first} and ${other}. Nothing was imported. Unpack it and import them one by one.`,
  );
}
