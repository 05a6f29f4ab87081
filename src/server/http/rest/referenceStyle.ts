/** Of the reference page: a file of its own, since no page of ours may carry styles inline. */
export const referenceStyle = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(oklch(0.985 0.004 70), oklch(0.19 0.008 60));
  --raised: light-dark(oklch(0.965 0.006 70), oklch(0.23 0.008 60));
  --line: light-dark(oklch(0.88 0.008 70), oklch(0.33 0.01 60));
  --text: light-dark(oklch(0.24 0.012 60), oklch(0.93 0.006 70));
  --quiet: light-dark(oklch(0.45 0.012 60), oklch(0.74 0.01 70));
  --accent: light-dark(oklch(0.5 0.13 50), oklch(0.77 0.13 60));
}
body {
  max-inline-size: 52rem;
  margin-inline: auto;
  padding: 2rem 1rem 6rem;
  background: var(--canvas);
  color: var(--text);
  font: 15px/22px "Inter Variable", system-ui, sans-serif;
}
h1 { font-size: 24px; line-height: 32px; }
h2 { margin-block: 3rem 1rem; font-size: 20px; line-height: 28px; }
h3 { margin: 0; font-size: 15px; line-height: 22px; overflow-wrap: anywhere; }
h3 span { color: var(--quiet); font-weight: 500; }
p { margin-block: 4px; }
a { color: var(--accent); }
code, pre { font: 13px/20px "JetBrains Mono Variable", ui-monospace, monospace; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 16px; }
article { padding: 12px 16px; margin-block-end: 8px; border: 1px solid var(--line); border-radius: 10px; }
article:target { border-color: var(--accent); }
ul { margin-block: 4px; padding-inline-start: 20px; }
summary { min-block-size: 24px; color: var(--quiet); cursor: pointer; }
pre { padding: 12px; margin: 4px 0; overflow-x: auto; background: var(--raised); border-radius: 6px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
