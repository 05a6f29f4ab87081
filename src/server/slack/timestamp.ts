/**
 * Slack's message ids: seconds since 1970 with six digits behind the point, as a decimal string. They
 * order a room's messages; as numbers they would lose their last digits.
 */
export function compareTimestamps(a: string, b: string): number {
  const [secondsA = "", fractionA = ""] = a.split(".");
  const [secondsB = "", fractionB = ""] = b.split(".");
  if (secondsA.length !== secondsB.length) return secondsA.length - secondsB.length;
  if (secondsA !== secondsB) return secondsA < secondsB ? -1 : 1;
  if (fractionA === fractionB) return 0;
  return fractionA.padEnd(9, "0") < fractionB.padEnd(9, "0") ? -1 : 1;
}

/** ISO 8601 with milliseconds; 1970 for what is no time. */
export function timeOf(timestamp: string | number): string {
  const [seconds = "0", fraction = ""] = String(timestamp).split(".");
  const milliseconds = Number(seconds) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  const time = new Date(milliseconds);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}
