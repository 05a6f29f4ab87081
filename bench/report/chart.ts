import { formatted } from "./numbers.ts";
import type { FigureResult } from "./results.ts";

const width = 720;
const labels = 170;
const values = 150;
const row = 34;
const bar = 18;
const top = 52;

/** Colours that hold on light and on dark pages; as an image, the picture follows the reader's system. */
const style = `
  text { font: 14px system-ui, sans-serif; fill: #3d444d }
  .title { font-weight: 600 }
  .quiet { fill: #6e7781; font-size: 12px }
  .bar { fill: #9aa4af }
  .ours { fill: #c2571a }
  .spread { stroke: #3d444d; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #d1d7e0 }
    .quiet { fill: #9198a1 }
    .bar { fill: #656c76 }
    .ours { fill: #e8833f }
    .spread { stroke: #d1d7e0 }
  }`;

/** A bar for each contender's median, with a line over its spread. */
export function chartOf({ title, unit, better, contenders }: FigureResult): string {
  const height = top + contenders.length * row + 8;
  const longest = Math.max(...contenders.map(({ spread }) => spread.highest));
  const scale = (width - labels - values) / (longest || 1);
  const rows = contenders.map(({ name, median, spread }, place) => {
    const y = top + place * row;
    const middle = y + bar / 2;
    const x = (value: number) => (labels + value * scale).toFixed(1);
    return `
  <text x="${labels - 10}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>
  <rect class="bar${place === 0 ? " ours" : ""}" x="${labels}" y="${y}" width="${(median * scale).toFixed(1)}" height="${bar}" rx="3"/>
  <line class="spread" x1="${x(spread.lowest)}" y1="${middle}" x2="${x(spread.highest)}" y2="${middle}"/>
  <text x="${(labels + spread.highest * scale + 10).toFixed(1)}" y="${y + 14}">${formatted(median)} ${escaped(unit)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
  <style>${style}
  </style>
  <text class="title" x="10" y="20">${escaped(title)}</text>
  <text class="quiet" x="10" y="38">${better === "lower" ? "shorter is better" : "longer is better"}; the line is the spread over the rounds</text>${rows.join("")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
