import { changePassphrase } from '../../engine/case/rewrite.ts';
import { type Command, required, UsageError } from '../command.ts';
import { CASE_OPTIONS, passphraseOf, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'passphrase CASE (--new-passphrase-env NAME | --unencrypted)',
  about: 'Gives a case another passphrase, encrypts it, or takes its encryption away.',
  options: { ...CASE_OPTIONS, 'new-passphrase-env': { type: 'string' }, unencrypted: { type: 'boolean' } },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const next = passphraseOf(options, 'new-passphrase-env');
    if ((next === null) !== (options.unencrypted === true))
      throw new UsageError(
        'Name a variable with --new-passphrase-env, or say --unencrypted on purpose; not both.',
      );
    await withCase(path, options, (open) => changePassphrase(open, passphraseOf(options), next, job));
    const encrypted = next !== null;
    const text = encrypted
      ? 'The case opens with the new passphrase. Copies made before open with the old one.'
      : 'The case is no longer encrypted.';
    return { json: { case: path, encrypted }, text };
  },
};
