import { Suspense } from "react";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { preloadable } from "./preloadable.tsx";

function Tea() {
  return <p>Tea</p>;
}

function shown(Part: ComponentType): string {
  return renderToStaticMarkup(
    <Suspense fallback="One moment">
      <Part />
    </Suspense>,
  );
}

describe("a preloadable component", () => {
  it("suspends where it was not loaded", () => {
    expect(shown(preloadable(async () => Tea))).toContain("One moment");
  });

  it("shows at once where it was, also if that failed before", async () => {
    const answers = [Promise.reject<typeof Tea>(new Error("Offline.")), Promise.resolve(Tea)];
    const Part = preloadable(async () => answers.shift() ?? Tea);
    await expect(Part.preload()).rejects.toThrow("Offline.");
    await Part.preload();
    expect(shown(Part)).toBe("<p>Tea</p>");
  });
});
