import { exportBundle } from '../../engine/bundle/export.ts';
import { loadKey, type OwnedKey } from '../../engine/bundle/sign/key-store.ts';
import { BUNDLE_OPTIONS, choiceOf } from '../bundle-options.ts';
import { type Command, type Invocation, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, passphraseOf, withCase } from '../with-case.ts';

export const command: Command = {
  usage:
    'export CASE OUT.zip [--whole] [--finding ID,..] [--operator ID,..] [--account ID,..] [--template internal|regulator|partner|clearance] [--redact pseudonyms] [--include-prompts] [--row-limit N] [--handling TLP:..] [--pap PAP:..] [--recipients TEXT] [--sign-key FILE --sign-passphrase-env NAME]',
  about:
    'Writes the evidence bundle in a BagIt bag: report, tables, exhibits, sources and custody log of what was chosen, or else of what people marked.',
  options: {
    ...CASE_OPTIONS,
    ...BUNDLE_OPTIONS,
    'sign-key': { type: 'string' },
    'sign-passphrase-env': { type: 'string' },
  },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const target = required(words, 1, 'The path of the bundle');
    const key = await keyOf(options);
    const { choice, made } = await withCase(path, options, async (open) => {
      const choice = choiceOf(open, options);
      return { choice, made: await exportBundle(open, target, job, { choice, ...(key && { key }) }) };
    });
    const { sha256, files, sizeBytes } = made;
    const how = [
      choice.redaction ? 'redacted' : 'not redacted',
      choice.prompts ? 'with prompts' : 'without prompts',
    ];
    const text = [
      `Wrote ${shown(target)}: ${files} files, ${sizeBytes} bytes, SHA-256 ${sha256}.`,
      `Marked ${choice.handling}, ${how.join(', ')}, ${key ? `signed by ${shown(key.owner)}` : 'not signed'}.`,
    ];
    return {
      json: { bundle: target, sha256, files, sizeBytes, signed: key !== null },
      text: text.join('\n'),
    };
  },
};

async function keyOf(options: Invocation['options']): Promise<OwnedKey | null> {
  const file = options['sign-key'];
  const passphrase = passphraseOf(options, 'sign-passphrase-env');
  if (typeof file === 'string' && passphrase !== null) return loadKey(file, passphrase);
  if (file === undefined && passphrase === null) return null;
  throw new UsageError('A signature takes both --sign-key FILE and --sign-passphrase-env NAME.');
}
