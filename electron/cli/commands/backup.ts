import { backUp } from '../../engine/case/back-up.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'backup CASE OUT',
  about: 'Copies a case to another place, checked, with the same passphrase; to restore it, open the copy.',
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const out = required(words, 1, 'The path of the copy');
    const made = await withCase(path, options, (open) => backUp(open, out, job));
    const { bytes, sha256, custodyEntries, fault } = made;
    const text = [
      `Wrote ${shown(out)}, ${bytes.toLocaleString('en')} bytes, with ${custodyEntries} entries of the custody log.`,
      `SHA-256 ${sha256}`,
      ...(fault === null ? [] : [`${fault}, there as in the case itself.`]),
    ];
    return { json: { out, ...made }, text: text.join('\n') };
  },
};
