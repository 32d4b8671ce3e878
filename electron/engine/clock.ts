/** Now, in integer microseconds since 1970 UTC. */
export function nowUs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}
