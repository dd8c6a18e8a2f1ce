/** Works through a list, some items at once. After a failure nothing is begun, and what is under way is awaited. */
export async function inLanes<Item>(
  items: readonly Item[],
  { lanes, stop }: { readonly lanes: number; readonly stop: AbortController },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      await work(items[next++] as Item).catch((error: unknown) => {
        failures.push(error);
        stop.abort();
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
}
