import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly platform: string;
  readonly model: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** Average over a minute of how many processes wanted a core, before the runs and after; 0 on Windows. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** Describes this machine; call the answer when the runs are over. */
export function describeMachine(): () => Machine {
  const loadBefore = loadavg()[0] as number;
  return () => ({
    platform: `${process.platform} ${process.arch}`,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    loadBefore,
    loadAfter: loadavg()[0] as number,
  });
}
