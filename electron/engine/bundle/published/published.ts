import type { Case } from '../../case/case.ts';
import type { Job } from '../../jobs/job.ts';
import type { BagFile } from '../bag/bag.ts';
import type { BundleAbout } from './about.ts';

/**
 * What leaves a case: a case of its own that holds what was chosen, already redacted, and what the bundle says of
 * itself. Every file of a bundle but its published tables is made from this alone. So no file can show what was not
 * published, and whoever has a bundle can make all of them again from its tables.
 */
export interface Published {
  /** Read-only, in a temporary place. */
  readonly open: Case;
  readonly about: BundleAbout;
}

/**
 * Files made from what is published: the same in, the same bytes out. Paths are below `data/`, in any order; `content`
 * is made when it is read, and may be asked for more than once.
 */
export type FilesOf = (published: Published, job: Job) => Promise<readonly BagFile[]>;
