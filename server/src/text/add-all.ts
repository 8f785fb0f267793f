/** Adds items to the end of a list. Handing them to `push` all at once exhausts the stack when there are very many. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
