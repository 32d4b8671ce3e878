import { cpus } from 'node:os';

export interface Time {
  /** Wall time. */
  readonly seconds: number;
  /** Time of this process's threads on the cores, as user and in the kernel. */
  readonly cpuSeconds: number;
  /** The same of every process on the machine, this one among them. */
  readonly machineSeconds: number;
}

/** Tells the time since it was started. */
export type Stopwatch = () => Time;

export function startStopwatch(): Stopwatch {
  const startMs = performance.now();
  const start = process.cpuUsage();
  const startMachineMs = machineBusyMs();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return {
      seconds: (performance.now() - startMs) / 1000,
      cpuSeconds: (user + system) / 1_000_000,
      machineSeconds: (machineBusyMs() - startMachineMs) / 1000,
    };
  };
}

function machineBusyMs(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

/** How many cores other processes kept busy on average; never negative, though the two clocks tick apart. */
export function othersCores(all: Time, ownCpuSeconds: number): number {
  return Math.max(0, (all.machineSeconds - ownCpuSeconds) / all.seconds);
}
