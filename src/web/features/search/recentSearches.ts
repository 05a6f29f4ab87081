const most = 8;

/** What someone searched for on this device, latest first. */
export function readRecentSearches(userId: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

export function rememberSearch(userId: string, text: string): void {
  const others = readRecentSearches(userId).filter((each) => each !== text);
  store(userId, [text, ...others].slice(0, most));
}

export function forgetSearches(userId: string): void {
  store(userId, []);
}

function store(userId: string, searches: string[]): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(searches));
  } catch {
    // Storage may be closed to us; then nothing is remembered.
  }
}

function keyOf(userId: string): string {
  return `snug.searches.${userId}`;
}
