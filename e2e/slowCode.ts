import type { Page } from "@playwright/test";

/** Holds the code of that name back until what it returns is called, as a slow network would. */
export async function holdBack(page: Page, name: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
