import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with a readable list when the page breaks a rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  if (violations.length === 0) return;
  const list = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, html, failureSummary }) =>
        `    ${target.join(" ")}\n      ${html}\n      ${failureSummary ?? ""}`,
    );
    return `  ${id}: ${help}\n${places.join("\n")}`;
  });
  throw new Error(`${page.url()} breaks accessibility rules:\n${list.join("\n")}`);
}

/** What still fades in has less contrast than it will have; the end of one thing may be the beginning of another. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      await new Promise(requestAnimationFrame);
      const ending = document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState !== "finished" && effect?.getComputedTiming().iterations !== Infinity,
        );
      if (ending.length === 0) return;
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }
  });
}
