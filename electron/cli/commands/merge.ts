import { mergeCase } from '../../engine/merge/merge-case.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, passphraseOf, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'merge CASE COPY [--dry-run]',
  about: 'Joins what people wrote in another copy of the case into it; both open with the same passphrase.',
  options: { ...CASE_OPTIONS, 'dry-run': { type: 'boolean' } },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const copy = required(words, 1, 'The path of the other copy');
    const dry = options['dry-run'] === true;
    const result = await withCase(path, options, (open) => mergeCase(open, copy, passphraseOf(options), dry));
    const { added, changed, removed, conflicts, sourcesOnlyThere } = result;
    const lines = [
      `${dry ? 'It would be' : 'Of what people wrote:'} ${added} added, ${changed} changed, ${removed} removed.`,
      `${conflicts} to decide, where both copies changed the same thing in different ways.`,
      ...sourcesOnlyThere.map(
        ({ file }) => `Only the other copy has the requests of ${shown(file)}: import it here.`,
      ),
    ];
    return { json: { ...result }, text: lines.join('\n') };
  },
};
