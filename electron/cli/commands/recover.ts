import { recoverCase } from '../../engine/case/recover-case.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';
import { author, CASE_OPTIONS, passphraseOf } from '../with-case.ts';

export const command: Command = {
  usage: 'recover CASE NEW',
  about: 'Saves what is intact of a damaged case into a new one and lists what was lost.',
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the damaged case');
    const to = required(words, 1, 'The path of the new case');
    const made = await recoverCase(path, to, author(), passphraseOf(options), job);
    const count = (number: number) => number.toLocaleString('en');
    const text = [
      `Made ${shown(to)} from ${shown(path)}, which is as it was: ${count(made.damagedPages.length)} of ${count(made.pages)} pages are damaged.`,
      ...(made.losses.length === 0 ? ['No row was lost.'] : []),
      ...made.losses.map(
        ({ what, kept, lost }) =>
          `${what}: ${lost === null ? 'an unknown number' : count(lost)} lost, ${count(kept)} kept.`,
      ),
      ...made.custodyGaps.map(({ after, before }) =>
        before === null
          ? `The custody log ends at entry ${after}; entries behind it may be lost.`
          : `Entries ${after + 1} to ${before - 1} of a custody log are lost.`,
      ),
      ...made.notes,
    ];
    return { json: { case: to, ...made }, text: text.join('\n') };
  },
};
