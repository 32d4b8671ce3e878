import { verifyBundle } from '../../engine/bundle/verify/verify.ts';
import { type Command, required } from '../command.ts';
import { shown } from '../table.ts';

export const command: Command = {
  usage: 'verify BUNDLE.zip',
  about: 'Checks every byte of a bundle; exits with 1 and names the files when something does not hold.',
  options: {},
  async run({ words, job }) {
    const path = required(words, 0, 'The path of the bundle');
    const { ok, files, problems } = await verifyBundle(path, { signal: job.signal });
    const text = ok
      ? `The bundle holds: ${files} files, all as written.`
      : problems.map(({ file, problem }) => `${shown(file)}: ${shown(problem)}`).join('\n');
    return { json: { ok, files, problems }, text, status: ok ? 0 : 1 };
  },
};
