/** Three digits, and thousands set apart. */
export function formatted(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumSignificantDigits: 3 });
}
