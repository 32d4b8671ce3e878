import { createCase } from '../../engine/case/open-case.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { author, CASE_OPTIONS, passphraseOf } from '../with-case.ts';

export const command: Command = {
  usage: 'create CASE [--name N] (--passphrase-env NAME | --unencrypted)',
  about: 'Makes a new case file.',
  options: { ...CASE_OPTIONS, name: { type: 'string' }, unencrypted: { type: 'boolean' } },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the new case');
    const passphrase = passphraseOf(options);
    if (passphrase === null && options.unencrypted !== true) {
      throw new UsageError(
        'A case is encrypted: name a variable with --passphrase-env, or say --unencrypted on purpose.',
      );
    }
    if (passphrase !== null && options.unencrypted === true) {
      throw new UsageError('--unencrypted and --passphrase-env exclude each other.');
    }
    const made = await createCase(path, author(), passphrase, {
      name: typeof options.name === 'string' ? options.name : 'Untitled case',
      reference: '',
      handling: 'TLP:AMBER+STRICT',
      timeZone: 'UTC',
    });
    await made.close();
    const encrypted = passphrase !== null;
    return {
      json: { case: path, encrypted },
      text: `Made ${shown(path)}${encrypted ? '' : ', not encrypted'}.`,
    };
  },
};
