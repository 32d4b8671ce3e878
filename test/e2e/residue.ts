import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processesOf, readOf } from './processes.ts';

/** Stands in everything secret of a case, and nowhere else on this computer. */
export const CANARY = 'canary-4f1d9c';

/** The canary as text, as two-byte text, and as base64 at each of its three alignments. */
export const FORMS: readonly Buffer[] = [
  Buffer.from(CANARY, 'utf8'),
  Buffer.from(CANARY, 'utf16le'),
  ...[0, 1, 2].map((skipped) => {
    const whole = Buffer.concat([Buffer.alloc(skipped), Buffer.from(CANARY)]).toString('base64');
    // What depends on the bytes before and after is left out.
    return Buffer.from(whole.slice(skipped === 0 ? 0 : skipped + 1, -4));
  }),
];

/** Folders that a program of this user writes to by itself, with where a person keeps cases, logs and bundles. */
export class Places {
  readonly env: Readonly<Record<string, string>>;
  readonly userData: string;
  readonly cases: string;
  readonly logs: string;
  readonly bundles: string;
  /** Where a crash leaves its dump, for an app that is started in there. */
  readonly dumps: string;

  constructor(folder: string) {
    const place = (name: string): string => {
      const path = join(folder, name);
      mkdirSync(path);
      return path;
    };
    this.env = { HOME: place('home'), TMPDIR: place('tmp'), XDG_RUNTIME_DIR: place('run') };
    this.userData = place('user-data');
    this.cases = place('cases');
    this.logs = place('logs');
    this.bundles = place('bundles');
    this.dumps = place('dumps');
  }

  /**
   * Files that hold the canary, of all but the log and the bundle, which a person made to hold it: with what lies beside
   * the case and the bundle, and with memory that programs share by files (`/dev/shm`).
   */
  residue(): readonly string[] {
    return [...this.#watched(), '/dev/shm']
      .flatMap(filesWithCanary)
      .filter((path) => path !== join(this.bundles, 'trial.zip'));
  }

  /** Reports of crashes, and lists of documents used, by name. */
  crashes(): readonly string[] {
    return this.#watched()
      .flatMap(files)
      .filter((path) => /\.dmp$|(^|\/)core(\.\d+)?$|recently-used/.test(path));
  }

  #watched(): readonly string[] {
    return [...Object.values(this.env), this.userData, this.cases, this.bundles, this.dumps];
  }
}

/** Files below a folder that hold the canary. */
export function filesWithCanary(folder: string): readonly string[] {
  return files(folder).filter((path) => {
    const content = unlessGone(() => readFileSync(path)) ?? Buffer.alloc(0);
    return path.includes(CANARY) || FORMS.some((form) => content.includes(form));
  });
}

/** Processes of an app whose command line or variables, which every program of this user can read, hold the canary. */
export function processesWithCanary(appPid: number): readonly number[] {
  return processesOf(appPid).filter((pid) =>
    ['cmdline', 'environ'].some((name) =>
      FORMS.some((form) => readOf(pid, name).includes(form.toString('latin1'))),
    ),
  );
}

function files(folder: string): readonly string[] {
  return (unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : entry.isFile() ? [path] : [];
  });
}

/** The app runs meanwhile, and removes files of its own between being seen and being read. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
