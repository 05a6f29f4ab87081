/** The sign of Snug: a doorway with the light on, as in public/favicon.svg. The name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={`${size / 16}rem`} height={`${size / 16}rem`} viewBox="0 0 64 64" aria-hidden>
      <path
        d="M6 50V32a26 26 0 0 1 52 0v18a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8Z"
        fill="var(--color-accent)"
      />
      <path d="M20 58V36a12 12 0 0 1 24 0v22Z" fill="var(--color-accent-glow)" />
    </svg>
  );
}
