import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** WCAG 2.2, 1.4.3 for text and 1.4.11 for controls and signs. */
const text = 4.5;
const control = 3;

const surfaces = ["canvas", "sidebar", "raised", "hover", "hover-raised"];
const pairs: [ink: string, ground: string, least: number][] = [
  ...["text", "text-secondary", "text-muted"].flatMap((ink) =>
    [...surfaces, "selected"].map((ground): [string, string, number] => [ink, ground, text]),
  ),
  ...["accent-text", "danger-text"].flatMap((ink) =>
    surfaces.map((ground): [string, string, number] => [ink, ground, text]),
  ),
  ...["code-keyword", "code-string", "code-number", "code-name", "code-type"].flatMap((ink) =>
    surfaces.map((ground): [string, string, number] => [ink, ground, text]),
  ),
  ...["control-edge", "focus", "online", "away", "dnd", "offline"].flatMap((ink) =>
    ["canvas", "sidebar", "raised"].map((ground): [string, string, number] => [
      ink,
      ground,
      control,
    ]),
  ),
  ["on-accent", "accent", text],
  ["on-accent", "accent-hover", text],
  ["on-danger", "danger", text],
  ["on-danger", "danger-hover", text],
  ["on-tooltip", "tooltip", text],
  ["text", "accent-tint", text],
  ["accent-text", "accent-tint", text],
  ["danger-text", "danger-tint", text],
  ...Array.from({ length: 10 }, (_, tone): [string, string, number] => [
    "on-avatar",
    `avatar-${tone}`,
    text,
  ]),
];

describe.each(themes)("%s theme", (theme) => {
  it.each(pairs)("%s on %s holds %s:1", (ink, ground, least) => {
    expect(contrast(luminance(ink, theme), luminance(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

describe("tiers", () => {
  it("keeps raw colours out of the meanings", () => {
    expect(css.slice(css.indexOf("/* Meanings */"))).not.toMatch(/oklch\(|#[0-9a-f]{3}/i);
  });
});

function luminance(meaning: string, theme: Theme): number {
  const primitive = match(new RegExp(`--color-${meaning}: var\\((--[\\w-]+)\\);`));
  const value = match(new RegExp(`${primitive}: ([^;]+);`));
  const numbers = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)/g)].map((found) =>
    found.slice(1).map(Number),
  );
  const [lightness = 0, chroma = 0, hue = 0] =
    (theme === "dark" ? numbers.at(-1) : numbers[0]) ?? [];
  return relativeLuminance(lightness, chroma, hue);
}

function match(pattern: RegExp): string {
  const found = pattern.exec(css)?.[1];
  if (!found) throw new Error(`Nothing in tokens.css matches ${pattern}.`);
  return found;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** OKLCH → linear sRGB (https://bottosson.github.io/posts/oklab/) → WCAG's relative luminance. */
function relativeLuminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
