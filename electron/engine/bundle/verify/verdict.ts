import type { Problem, Verification } from '../../../../shared/contract/bundles.ts';
import { visible } from '../visible-text.ts';

/** Problems beyond this many are counted, not listed. */
const MAX_PROBLEMS = 1000;
const MAX_COMMENT = 8192;
const MAX_NAME = 1000;

/** What was found about the bundle called `name`; problems once each, sorted by file, and shown safely. */
export function verdict(name: string, found: Omit<Verification, 'ok'>): Verification {
  const problems = bounded(name, found.problems);
  const recompute = found.recompute && {
    ...found.recompute,
    problems: bounded(name, found.recompute.problems),
  };
  const { signature, timeStamp } = found;
  return {
    ...found,
    ok: problems.length === 0 && (recompute?.problems.length ?? 0) === 0,
    problems,
    signature:
      'comment' in signature ? { ...signature, comment: visible(signature.comment, MAX_COMMENT) } : signature,
    timeStamp:
      'authority' in timeStamp
        ? {
            ...timeStamp,
            authority: visible(timeStamp.authority, MAX_NAME),
            issuer: visible(timeStamp.issuer, MAX_NAME),
          }
        : timeStamp,
    recompute,
  };
}

/** Of a thing that is no bundle at all, or whose files cannot be read. */
export function refused(name: string, problems: readonly Problem[]): Verification {
  return verdict(name, {
    files: 0,
    problems,
    signature: { state: 'none' },
    timeStamp: { state: 'none' },
    recompute: null,
    notes: [],
  });
}

function bounded(name: string, problems: readonly Problem[]): readonly Problem[] {
  // A file read twice can report the same twice.
  const distinct = [...new Map(problems.map((one) => [`${one.file}\n${one.problem}`, one])).values()];
  distinct.sort((a, b) => compare(a.file, b.file) || compare(a.problem, b.problem));
  // Names come from the bundle, and a terminal obeys control characters.
  const listed = distinct.slice(0, MAX_PROBLEMS).map(({ file, problem }) => ({
    file: visible(file, 1000),
    problem: visible(problem, 3000),
  }));
  if (distinct.length > MAX_PROBLEMS) {
    const more = `has ${distinct.length - MAX_PROBLEMS} more problems that are not listed`;
    listed.push({ file: name, problem: more });
  }
  return listed;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
