import { readFileSync } from 'node:fs';

/** The most memory a Linux process has held, in bytes, from the text of its /proc/<id>/status; null if not there. */
export function peakInStatus(status: string): number | null {
  const kibibytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

/** The most memory this process has held resident so far, in bytes. */
export function ownPeakBytes(): number {
  // The kernel's other figure, which resourceUsage() gives, also counts the process that started this one.
  if (process.platform === 'linux') {
    const peak = peakInStatus(readFileSync('/proc/self/status', 'utf8'));
    if (peak !== null) return peak;
  }
  return process.resourceUsage().maxRSS * 1024;
}
