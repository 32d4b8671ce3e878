import type { EndState } from './end-state.ts';

/** One finished run, measured inside the contender's own process. */
export interface Measurement {
  /** Wall time from the log file to the finished, closed result. */
  readonly seconds: number;
  /** Time of all its threads on the cores meanwhile, which other work on the machine changes less; null if unknown. */
  readonly cpuSeconds: number | null;
  /** Cores that other processes kept busy meanwhile, on average; null if unknown. */
  readonly othersCores: number | null;
  /** Parts of `seconds` worth telling apart. */
  readonly phases: readonly Phase[];
  /** Most memory held resident; null where the system does not tell. */
  readonly peakBytes: number | null;
  /** Size of the closed result. */
  readonly fileBytes: number;
  /** What the closed result holds, read back after the measurement. */
  readonly endState: EndState;
  /** Of what did the work. */
  readonly version: string;
}

export interface Phase {
  readonly name: string;
  readonly seconds: number;
}

/** One file in contenders/ is one contender; its file name is its name. */
export interface Contender {
  readonly title: string;
  /** What it does within the measured time, in one sentence. */
  readonly about: string;
  /** Why it cannot run here and what to install; null when it can. */
  missing(): Promise<string | null>;
  /** Imports the log into new files in an empty folder. */
  measure(log: string, folder: string): Promise<Measurement>;
}

/** What a contender's process answers. */
export interface Answer extends Pick<Contender, 'title' | 'about'> {
  readonly outcome: { readonly missing: string } | { readonly measurement: Measurement };
}
