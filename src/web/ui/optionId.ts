/** Of an option in a list; a field names the active one by it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
