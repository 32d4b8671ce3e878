import { z } from 'zod';
import type { ExhibitRemade, Problem } from '../../../../shared/contract/bundles.ts';
import type { Job } from '../../jobs/job.ts';
import type { BagFiles } from '../bag/bag-check.ts';
import { type WorkedExhibit, workedExhibits } from '../files/exhibits/worked.ts';
import type { Published } from '../published/published.ts';
import { visible } from '../visible-text.ts';

/** What the file of an exhibit says that the tables of its bundle answer, as far as it is compared. */
const shown = z.object({
  inBundle: z.object({
    resultHash: z.string().nullable(),
    figures: z.array(z.object({ name: z.string(), inBundle: z.number().nullable() })),
  }),
});
type Shown = z.infer<typeof shown>['inBundle'];

/** Figures that moved and are told in words. */
const TOLD = 5;
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Works out every exhibit of what is published, and compares each with what its file in the bundle shows.
 * @throws StillwatchError CANCELLED
 */
export async function remakeExhibits(
  bag: BagFiles,
  published: Published,
  job: Job,
): Promise<{ readonly exhibits: readonly ExhibitRemade[]; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const exhibits: ExhibitRemade[] = [];
  for (const worked of await workedExhibits(published, job)) {
    const file = `data/exhibits/${worked.name}.json`;
    const before = await readShown(bag, file);
    const made = before && compared(worked, before);
    if (made) exhibits.push(made);
    if (!made) problems.push({ file, problem: `does not show ${words(worked)}, which the bundle has` });
    else if (made.state !== 'match')
      problems.push({
        file,
        problem: `shows ${words(worked)} otherwise than the tables give it${moved(made)}`,
      });
  }
  return { exhibits, problems };
}

function compared({ id, number, body, worked, rerun }: WorkedExhibit, before: Shown): ExhibitRemade {
  const was = new Map(before.figures.map(({ name, inBundle }) => [name, inBundle]));
  const is = new Map(rerun.figures.map(({ name, after }) => [name, after]));
  const figures = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const figure = { name, before: was.get(name) ?? null, after: is.get(name) ?? null };
    return figure.before === figure.after ? [] : figure;
  });
  const same = (worked?.resultHash ?? null) === before.resultHash;
  return { id, number, title: body.title, state: same ? 'match' : worked ? 'drift' : 'cannot', figures };
}

function words({ number, id, body }: WorkedExhibit): string {
  return `exhibit ${number}, "${visible(body.title, 200)}" (${id}),`;
}

function moved({ state, figures }: ExhibitRemade): string {
  if (state === 'cannot') return ': it cannot be worked out';
  const told = figures
    .slice(0, TOLD)
    .map(
      ({ name, before, after }) => `${visible(name, 200)} ${before ?? 'none'} there, ${after ?? 'none'} now`,
    );
  const more = figures.length > TOLD ? `, and ${figures.length - TOLD} more figures` : '';
  return told.length > 0 ? `: ${told.join('; ')}${more}` : ', with the same figures';
}

/** undefined where there is no such file, or it is of another form. */
async function readShown(bag: BagFiles, path: string): Promise<Shown | undefined> {
  if (!bag.paths.includes(path)) return undefined;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bag.read(path)) {
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) return undefined;
    parts.push(Uint8Array.from(chunk));
  }
  try {
    return shown.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))).inBundle;
  } catch {
    return undefined;
  }
}
