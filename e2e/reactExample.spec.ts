import { expectAccessible } from "./axe.ts";
import { accountOf } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";
import { servePage } from "./vite.ts";

test("people talk in the React example, and in the app", async ({ person, server, browser }) => {
  const ada = await person("Ada Lovelace");
  await person("Grace Hopper");
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toBeVisible();
  await using example = await servePage("examples/react", server.url);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(example.url);

  const { username, password } = accountOf("Grace Hopper");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill("something else");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();

  const composer = page.getByRole("textbox", { name: /^Message / });
  await expect(composer).toBeVisible();
  await expectAccessible(page);
  await composer.fill("Hello from React");
  await composer.press("Enter");
  await expect(adas.message("Hello from React")).toBeVisible();
  await adas.composer.pressSequentially("Glad to see it");
  await expect(page.getByText("Ada Lovelace is writing…")).toBeVisible();
  await adas.composer.press("Enter");
  await expect(page.getByRole("log").getByText("Glad to see it")).toBeVisible();
  await context.close();
});
