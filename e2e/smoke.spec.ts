import { expectAccessible } from "./axe.ts";
import { expect, test } from "./test.ts";

test("a fresh server answers with the set-up page", async ({ page, server }) => {
  const health = await page.request.get("/healthz");
  expect(health.status()).toBe(200);

  await page.goto("/");
  await expect(page.getByRole("heading").first()).toBeVisible();
  expect(page.url()).toContain(server.url);
  await expectAccessible(page);
});
