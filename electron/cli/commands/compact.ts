import { compact } from '../../engine/case/rewrite.ts';
import { type Command, required } from '../command.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'compact CASE',
  about: 'Writes a case anew without the room that removed data left in its file.',
  options: CASE_OPTIONS,
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const { bytesBefore, bytesAfter } = await withCase(path, options, (open) => compact(open, job));
    const count = (bytes: number) => bytes.toLocaleString('en');
    return {
      json: { bytesBefore, bytesAfter, bytesWon: bytesBefore - bytesAfter },
      text: `Won ${count(bytesBefore - bytesAfter)} bytes: ${count(bytesBefore)} before, ${count(bytesAfter)} now.`,
    };
  },
};
