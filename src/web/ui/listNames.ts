/** "You", "Ann and Bob", "Ann, Bob and 3 others". */
export function listNames(names: readonly string[], shown = 3): string {
  if (names.length <= 1) return names[0] ?? "";
  if (names.length <= shown) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const others = names.length - (shown - 1);
  return `${names.slice(0, shown - 1).join(", ")} and ${others} others`;
}
