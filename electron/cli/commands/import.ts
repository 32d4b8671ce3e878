import { basename } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type ImportResult, type Source, TABLE_KINDS } from '../../../shared/contract/imports.ts';
import { markImported } from '../../engine/cohorts/decide.ts';
import { importFile } from '../../engine/import/import-file.ts';
import { logFiles } from '../../engine/import/log-files.ts';
import { completeMapping, readMappingFile } from '../../engine/import/mapping-file.ts';
import { presetById } from '../../engine/import/presets/registry.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage:
    'import CASE FILE|FOLDER... [--mapping FILE] [--as requests|accounts|context] [--preset P] [--reference]',
  about:
    'Imports request logs, tables of accounts or of context events, with canonical headers or under a mapping; --reference marks them as benign reference.',
  options: {
    ...CASE_OPTIONS,
    mapping: { type: 'string' },
    as: { type: 'string' },
    preset: { type: 'string' },
    reference: { type: 'boolean' },
  },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    required(words, 1, 'The file to import');
    const kind = TABLE_KINDS.find((known) => known === options.as);
    if (options.as !== undefined && !kind) {
      throw new UsageError(`--as takes ${TABLE_KINDS.join(', ')}, not "${options.as}".`);
    }
    const preset = typeof options.preset === 'string' ? presetById(options.preset).id : undefined;
    const given = typeof options.mapping === 'string' ? await readMappingFile(options.mapping) : null;
    const { done: sources, refused } = await withCase(path, options, async (open) => {
      const done: Source[] = [];
      const refused: ImportResult['refused'][number][] = [];
      for (const { file, named } of await listFiles(words.slice(1))) {
        try {
          const mapping = await completeMapping(open.db, file, given, kind, preset);
          const imported = await importFile(open, file, mapping, job);
          const result = options.reference === true ? markImported(open, imported) : imported;
          done.push(...result.sources);
          refused.push(...result.refused);
        } catch (error) {
          // Of a folder, what is no log or has other columns is passed over, and said.
          if (!named && error instanceof StillwatchError && /^(NOT_A_LOG|BAD_MAPPING)$/.test(error.code))
            refused.push({ name: basename(file), reason: error.message.split(/\. (?=Nothing)|\.$/)[0] });
          else if (error instanceof StillwatchError)
            throw new StillwatchError(error.code, `${basename(file)}: ${error.message}`);
          else throw error;
        }
      }
      return { done, refused };
    });
    for (const { file, warnings } of sources)
      for (const warning of warnings) process.stderr.write(`${shown(`${file}: ${warning}`)}\n`);
    return {
      json: { sources: sources.map(counted), refused },
      text: [
        ...sources.map(inWords),
        ...refused.map(({ name, reason }) => `${shown(name)}: not imported. ${shown(reason)}.`),
      ].join('\n'),
      ...(sources.length === 0 && { status: 1 }),
    };
  },
};

/** The files named, and those in the folders named, which are not named themselves. */
async function listFiles(words: readonly string[]): Promise<{ file: string; named: boolean }[]> {
  const lists = await Promise.all(words.map(logFiles));
  return lists.flatMap((files, i) => files.map((file) => ({ file, named: file === words[i] })));
}

/** A file that is there already was not read again, so it counts nothing. */
function counted(source: Source) {
  const { sha256, file, format, kind, alreadyImported } = source;
  const { grain, preset, rules, notes, warnings, times } = source;
  const { rowsRead, stored, duplicates, conflicts, rejected, repeats, withoutTime, seconds } = source;
  const counts = { rowsRead, stored, duplicates, conflicts, rejected, repeats, withoutTime, seconds };
  const shownCounts = alreadyImported
    ? Object.fromEntries(Object.keys(counts).map((name) => [name, 0]))
    : counts;
  return {
    file,
    sha256,
    format,
    kind,
    grain,
    preset,
    ...shownCounts,
    reference: source.reference,
    alreadyImported,
    rules,
    notes,
    warnings,
    times,
  };
}

function inWords(source: Source): string {
  return `${source.reference ? 'Benign reference: ' : ''}${readWords(source)}`;
}

function readWords(source: Source): string {
  const {
    file,
    kind,
    rowsRead,
    stored,
    duplicates,
    conflicts,
    rejected,
    repeats,
    withoutTime,
    alreadyImported,
  } = source;
  if (alreadyImported) return `${shown(file)}: imported before; nothing was changed.`;
  const reconciled = `${shown(file)}: ${rowsRead} rows read = ${stored} stored + ${duplicates} duplicates + ${conflicts} conflicts + ${rejected} rejected`;
  if (kind === 'accounts') return `${reconciled}; account records.`;
  if (kind === 'context') return `${reconciled}; events, ${withoutTime} of them without a valid time.`;
  const read = `${reconciled}; ${repeats} stored rows repeat another, ${withoutTime} have no valid time.`;
  return source.preset === null
    ? read
    : [`${read} Read as: ${source.preset}.`, ...[...source.rules, ...source.notes].map(shown)].join('\n  ');
}
