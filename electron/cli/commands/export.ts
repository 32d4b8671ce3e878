import { exportBundle } from '../../engine/bundle/export.ts';
import { type Command, required } from '../command.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'export CASE OUT.zip',
  about: 'Writes the evidence bundle: report, cited rows, sources and custody log in a BagIt bag.',
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const target = required(words, 1, 'The path of the bundle');
    const { sha256, files, sizeBytes } = await withCase(path, options, (open) =>
      exportBundle(open, target, job),
    );
    return {
      json: { bundle: target, sha256, files, sizeBytes },
      text: `Wrote ${target}: ${files} files, ${sizeBytes} bytes, SHA-256 ${sha256}.`,
    };
  },
};
