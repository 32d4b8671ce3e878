import { testOverlap } from '../../engine/sharing/test-overlap.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown, table } from '../table.ts';
import { CASE_OPTIONS, passphraseOf, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'overlap CASE PACKAGE.json --secret-env NAME',
  about: 'Tests sketches of another organisation against a case, and lists what both have.',
  options: { ...CASE_OPTIONS, 'secret-env': { type: 'string' } },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const file = required(words, 1, 'The path of the package');
    const secret = passphraseOf(options, 'secret-env');
    if (secret === null) throw new UsageError('Name the variable with the agreed secret with --secret-env.');
    const result = await withCase(path, options, (open) => testOverlap(open, file, secret, job));
    const { overlaps, units, from, chance, falseMatches } = result;
    const rows = overlaps.map((one) => [
      one.unit,
      one.kind || one.evidence,
      one.here,
      one.likeness.toFixed(2),
      one.ofAccounts,
    ]);
    const text = [
      `${overlaps.length} overlaps with ${units} operators of ${shown(from || 'another organisation')}.`,
      ...(rows.length > 0 ? [table(['unit', 'what', 'here', 'likeness', 'accounts here'], rows)] : []),
      `By chance ${chance.expected.toExponential(1)} identifiers would be equal. Where the package was made, ${falseMatches.matched.template} of ${falseMatches.pairs} pairs of different operators match by wording, ${falseMatches.matched.timing} by timing, ${falseMatches.matched.identifier} by identifiers.`,
    ];
    return { json: { ...result }, text: text.join('\n') };
  },
};
