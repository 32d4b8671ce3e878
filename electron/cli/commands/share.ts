import { share } from '../../engine/sharing/share.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';
import { CASE_OPTIONS, passphraseOf, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'share CASE OUT.json --operators O-1,O-2 --secret-env NAME --expires YYYY-MM-DD [--from NAME]',
  about:
    'Writes sketches of operators that another organisation can test for overlap, without prompts, names or identifiers.',
  options: {
    ...CASE_OPTIONS,
    operators: { type: 'string' },
    'secret-env': { type: 'string' },
    expires: { type: 'string' },
    from: { type: 'string' },
  },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const out = required(words, 1, 'The path of the package');
    const operators = String(options.operators ?? '')
      .split(',')
      .filter(Boolean);
    const secret = passphraseOf(options, 'secret-env');
    const expires = String(options.expires ?? '');
    const expiresUs = /^\d{4}-\d{2}-\d{2}$/.test(expires)
      ? Date.parse(`${expires}T00:00:00Z`) * 1000
      : Number.NaN;
    if (operators.length === 0 || secret === null || Number.isNaN(expiresUs))
      throw new UsageError(
        'Name the operators with --operators, the variable with the agreed secret with --secret-env, and the day of expiry with --expires 2027-03-31.',
      );
    const what = { operators, secret, from: String(options.from ?? ''), expiresUs };
    const made = await withCase(path, options, (open) => share(open, out, what, job));
    const { units, tokens, templates, falseMatches, sha256 } = made;
    const { pairs, matched } = falseMatches;
    const text = [
      `Wrote ${shown(out)}: ${units} operators, ${tokens} identifiers and ${templates} wordings as sketches.`,
      `Of ${pairs} pairs of different operators of this case ${matched.identifier} match by identifiers, ${matched.template} by wording, ${matched.timing} by timing.`,
      `SHA-256 ${sha256}`,
    ];
    return { json: { ...made }, text: text.join('\n') };
  },
};
