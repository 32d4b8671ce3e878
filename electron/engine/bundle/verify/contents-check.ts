import type { z } from 'zod';
import type { Problem } from '../../../../shared/contract/bundles.ts';
import type { BagFiles } from '../bag/bag-check.ts';
import { shapeOf } from '../files/shapes.ts';
import { bundleAbout } from '../published/about.ts';
import { ABOUT_PATH, REQUESTS_PATH } from '../published/paths.ts';
import { jsonValues, NoJson } from './json-values.ts';
import { type NamedKind, namesOf } from './names-in-files.ts';
import { readTableNames, type TableNames } from './tables-named.ts';

export interface ContentsCheck {
  readonly problems: readonly Problem[];
  /** What the bundle says of itself; null where that cannot be read. */
  readonly about: z.infer<typeof bundleAbout> | null;
}

/** Of one file; the rest is like those. */
const MOST_NAMES = 10;

/**
 * Whether the JSON files of a bundle have their shapes (the first fault of each is told), and whether the accounts,
 * requests, sources, operators, findings, exhibits, hypotheses and files that they name are in the bundle's tables.
 */
export async function checkContents(files: BagFiles): Promise<ContentsCheck> {
  const problems: Problem[] = [];
  const tables = await readTableNames(files);
  const requests = new RequestsNamed();
  let about: ContentsCheck['about'] = null;
  // The requests last: by then it is known which of them are named elsewhere.
  const paths = [...files.paths].sort((a, b) => Number(a === REQUESTS_PATH) - Number(b === REQUESTS_PATH));
  for (const path of paths) {
    const shape = path === ABOUT_PATH ? bundleAbout : shapeOf(path);
    const names = namesOf(path);
    if (!shape && !names) continue;
    const missing = new MissingNames(path, tables, requests);
    try {
      for await (const [line, value] of jsonValues(files, path)) {
        if (path === REQUESTS_PATH) requests.seen(value);
        const fault = shape ? faultOf(shape, value) : undefined;
        if (fault !== undefined) throw new NoJson(`${line > 0 ? `has in line ${line}` : 'has'} ${fault}`);
        if (path === ABOUT_PATH) about = bundleAbout.parse(value);
        if (names) missing.look(names, value, line);
      }
    } catch (error) {
      if (!(error instanceof NoJson)) throw error;
      problems.push({ file: path, problem: error.message });
    }
    problems.push(...missing.problems());
  }
  problems.push(...requests.problems());
  return { problems, about };
}

/** What is wrong with a value, never what it holds. */
function faultOf(shape: z.ZodType, value: unknown): string | undefined {
  const parsed = shape.safeParse(value);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const where = issue.path.map(String).join('.');
  return `${where === '' ? 'a value' : `a value at ${where}`} that is not of the form of its schema`;
}

/** What one file names that no table holds. */
class MissingNames {
  private readonly missing = new Set<string>();
  private more = false;
  private readonly path: string;
  private readonly tables: TableNames;
  private readonly requests: RequestsNamed;

  constructor(path: string, tables: TableNames, requests: RequestsNamed) {
    this.path = path;
    this.tables = tables;
    this.requests = requests;
  }

  look(
    namesOf: (value: unknown) => Iterable<readonly [NamedKind, string]>,
    value: unknown,
    line: number,
  ): void {
    try {
      for (const [kind, name] of namesOf(value)) {
        // Of requests there is no shape that was checked before: a name may be lists in lists, too deep to be told.
        if (typeof name !== 'string') throw new TypeError('This is no name.');
        if (kind === 'request') this.requests.name(name, this.path);
        else if (this.tables.get(kind)?.has(name) === false) this.add(sentence(kind, name));
      }
    } catch (error) {
      if (error instanceof TypeError) throw new NoJson(`has in line ${line} no request`);
      throw error;
    }
  }

  problems(): Problem[] {
    const listed = [...this.missing].map((problem) => ({ file: this.path, problem }));
    if (this.more) listed.push({ file: this.path, problem: 'names more things that are not in this bundle' });
    return listed;
  }

  private add(problem: string): void {
    if (this.missing.size < MOST_NAMES) this.missing.add(problem);
    else if (!this.missing.has(problem)) this.more = true;
  }
}

/** Requests that files name, until they are seen. */
class RequestsNamed {
  private readonly named = new Map<string, string>();

  name(reference: string, path: string): void {
    this.named.set(reference, path);
  }

  seen(line: unknown): void {
    if (this.named.size === 0) return;
    const { reference } = (line ?? {}) as { reference?: unknown };
    if (typeof reference === 'string') this.named.delete(reference);
  }

  problems(): Problem[] {
    return [...this.named].map(([reference, file]) => ({ file, problem: sentence('request', reference) }));
  }
}

function sentence(kind: NamedKind, name: string): string {
  const what = kind === 'citing' ? 'note, finding or exhibit' : kind;
  return `names the ${what} ${name}, which is not in this bundle`;
}
