/** Does it for 0 up to `count`, so many at once. */
export async function forEachOf(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) await work(next++);
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
