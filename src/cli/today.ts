/** The current day, YYYY-MM-DD, which a build machine may override. */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return new Date(epoch === undefined ? Date.now() : Number(epoch) * 1000).toISOString().slice(0, 10);
}
