import type { Locator, Page, Route } from "@playwright/test";

/** Holds what a page asks until it is released; then it goes on, unless told otherwise. */
export async function hold(page: Page, asked: RegExp, then = (route: Route) => route.continue()) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(asked, async (route) => {
    await promise;
    await then(route);
  });
  return { release: resolve };
}

/** What of it an element shows from now on, be it for a moment. */
export async function watchFor(shownIn: Locator, words: RegExp) {
  const seen = await shownIn.evaluateHandle((element, source) => {
    const shown: string[] = [];
    const look = () => shown.push(...(element.textContent.match(new RegExp(source, "g")) ?? []));
    new MutationObserver(look).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return shown;
  }, words.source);
  return { seen: () => seen.jsonValue() };
}
