import { resolve } from 'node:path';
import { exportRejects } from '../../engine/import/export-rejects.ts';
import { listSources } from '../../engine/import/sources.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'rejects CASE SOURCE_SHA OUT.csv',
  about:
    "Writes a source's rows that were not stored, verbatim, to be put right and imported again, and OUT.reasons.csv beside them.",
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const given = required(words, 1, 'The SHA-256 of the source').toLowerCase();
    const target = resolve(required(words, 2, 'The file to write'));
    return withCase(path, options, async (open) => {
      const found = listSources(open.db).filter(({ sha256 }) => sha256.startsWith(given));
      if (found.length > 1) throw new UsageError('More than one source begins so; give more of its SHA-256.');
      const written = await exportRejects(open, found[0]?.sha256 ?? given, target, job);
      const { file, reasonsFile, rows, cut } = written;
      return {
        json: written,
        text: `${shown(file)}: ${rows} rows as they stand in the source, ${cut} left out since only their beginning was kept; reasons in ${shown(reasonsFile)}. Cells are not made safe for spreadsheets.`,
      };
    });
  },
};
