import { removeSource } from '../../engine/import/remove-source.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'remove CASE SHA256',
  about: 'Takes the import of a source back, named by its SHA-256; what people wrote stays.',
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const sha256 = required(words, 1, 'The SHA-256 of the source');
    await withCase(path, options, (open) => removeSource(open, sha256, job));
    return { json: { removed: sha256 }, text: `Took back the source ${shown(sha256)}.` };
  },
};
