/** Of an exported room, on a screen and on paper. */
export const roomPageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
header { border-block-end: 1px solid; margin-block-end: 2rem; }
header p, h1 { margin-block: 0 0.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1rem; margin-block: 2rem 1rem; border-block-end: 1px solid; padding-block-end: 0.25rem; }
h3 { font-size: 1rem; margin: 0; }
h3 time, h3 small { font-size: 0.8125rem; font-weight: 400; opacity: 0.75; }
article { margin-block-end: 1rem; }
article:target { outline: 2px solid; outline-offset: 0.25rem; }
.reply { margin-inline-start: 1rem; padding-inline-start: 1rem; border-inline-start: 2px solid; }
.body p, .body ul, .body ol, .body pre, .body blockquote { margin-block: 0 0.5rem; }
.action { font-style: italic; }
pre { white-space: pre-wrap; padding: 0.5rem 0.75rem; border: 1px solid; border-radius: 0.25rem; }
code { font: 0.875em/1.5 ui-monospace, monospace; }
blockquote { margin-inline: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid; }
table { border-collapse: collapse; margin-block-end: 0.5rem; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; }
figure { margin: 0 0 0.5rem; }
figure img { display: block; max-inline-size: 100%; max-block-size: 20rem; }
figcaption { font-size: 0.875rem; opacity: 0.75; }
.reactions { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; padding: 0; list-style: none; font-size: 0.875rem; }
@media print {
  :root { color-scheme: light; font-size: 11pt; }
  body { max-inline-size: none; padding: 0; }
  article, figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; }
}
`;
