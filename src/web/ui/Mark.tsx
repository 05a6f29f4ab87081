/** The sign of Snug: a doorway with the light on. Decorative; the name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <path
        d="M4 29V15a12 12 0 0 1 24 0v14h-6V16.5a6 6 0 0 0-12 0V29Z"
        fill="var(--color-accent)"
      />
      <circle cx="16" cy="17.5" r="2.5" fill="var(--color-accent)" />
    </svg>
  );
}
