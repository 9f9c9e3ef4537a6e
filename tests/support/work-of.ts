/**
 * The CPU time in milliseconds that this process spends on some work, so that other load on the machine does not
 * count.
 */
export function workOf(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
