/** Does something with each, one after the other as a person does, and gives what came of it. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  // oxlint-disable-next-line no-await-in-loop
  for (const item of items) results.push(await act(item))
  return results
}
