import { stat } from 'node:fs/promises';
import { ownerName } from '../../../shared/contract/signing.ts';
import { changePassphrase, createKey, keyInfo, loadKey } from '../../engine/bundle/sign/key-store.ts';
import { nowUs } from '../../engine/clock.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { author, passphraseOf } from '../with-case.ts';

export const command: Command = {
  usage: 'key FILE --passphrase-env NAME [--owner NAME] [--new-passphrase-env NAME]',
  about: 'Makes a key that signs bundles, or shows the one in the file; prints its fingerprint.',
  options: {
    'passphrase-env': { type: 'string' },
    'new-passphrase-env': { type: 'string' },
    owner: { type: 'string' },
  },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the key');
    const passphrase = passphraseOf(options);
    if (passphrase === null) throw new UsageError('A key needs a passphrase: --passphrase-env NAME.');
    const isThere = (await stat(path).catch(() => undefined)) !== undefined;
    if (isThere && options.owner !== undefined)
      throw new UsageError('The owner of a key cannot be changed. Make a key in another file.');
    if (isThere) await loadKey(path, passphrase);
    else
      await createKey(path, {
        owner: ownerOf(options.owner),
        kept: 'passphrase',
        passphrase,
        createdUs: nowUs(),
      });
    const next = passphraseOf(options, 'new-passphrase-env');
    if (next !== null) await changePassphrase(path, passphrase, next);
    const info = await keyInfo(path);
    if (!info) throw new UsageError('The key is gone.');
    const { owner, publicKey, fingerprint } = info;
    const text = [
      `${isThere ? 'The key' : 'Made the key'} of ${shown(owner)} in ${shown(path)}.`,
      `Fingerprint  ${fingerprint}`,
      `Public key   ${publicKey}`,
      'Tell the fingerprint to those who get bundles, by another way than the bundles.',
    ].join('\n');
    return { json: { ...info, made: !isThere }, text };
  },
};

function ownerOf(given: string | boolean | undefined): string {
  const name = ownerName.safeParse(given ?? author());
  if (!name.success) throw new UsageError('The name of the owner is one line of at most 200 characters.');
  return name.data;
}
