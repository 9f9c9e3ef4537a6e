/**
 * Milliseconds of its own that this process works on something: what else a machine has to do at the same time does not
 * count.
 */
export function workOf(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
