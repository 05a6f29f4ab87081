import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { codeBlocks } from "../src/packaging/codeBlocks.ts";
import type { Person } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";
import { root, servePage } from "./vite.ts";

/** A page in `folder` that shows what a block of a document exports, as it stands there but for who and where. */
async function writePage(folder: string, path: string, replaced: Record<string, string>) {
  const [block, ...others] = codeBlocks(root).filter((found) => {
    return found.path === path && found.kind === "tsx";
  });
  if (block === undefined || others.length > 0) throw new Error(`Which block of ${path}?`);
  const [, name] = /export function (\w+)/.exec(block.code) ?? [];
  let code = block.code;
  for (const [from, to] of Object.entries(replaced)) code = code.replaceAll(from, to);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "block.tsx"), code);
  await writeFile(
    join(folder, "main.tsx"),
    `import { createRoot } from "react-dom/client";
     import { ${name} } from "./block.tsx";
     createRoot(document.querySelector("main")).render(<${name} />);`,
  );
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>Elsewhere</title><body><main></main>
     <script type="module" src="/main.tsx"></script>`,
  );
}

/** What a page needs to come in as someone: a token of theirs, and a room that they are in. */
async function admit({ api }: Person) {
  const { secret } = await api.tokens.create.mutate({ name: "page", scope: "write" });
  const [room] = (await api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  return { secret, room };
}

test("the hooks do what their page says", async ({ person, server, browser }, testInfo) => {
  const ada = await person("Ada Lovelace");
  const { secret, room } = await admit(ada);
  const folder = testInfo.outputPath("page");
  await writePage(folder, "docs/hooks.md", {
    '"https://chat.example.org"': "location.origin",
    '"…"': JSON.stringify(secret),
    "01970000-0000-7000-8000-000000000000": room.id,
  });
  await using site = await servePage(folder, server.url);
  const page = await browser.newPage();
  await page.goto(site.url);
  await expect(page.getByRole("region", { name: room.name })).toBeVisible();
  await page.getByRole("button", { name: "Wave" }).click();
  await expect(page.getByText("Hello", { exact: true })).toHaveAttribute("aria-busy", "false");
  await expect(new RoomView(ada.page).message("Hello")).toBeVisible();
  await page.close();
});

test("the widget does what its page says", async ({ person, server, browser }, testInfo) => {
  const ada = await person("Ada Lovelace");
  const { secret, room } = await admit(ada);
  const folder = testInfo.outputPath("page");
  await writePage(folder, "docs/widget.md", {
    '"https://chat.example.org"': "{location.origin}",
    "01970000-0000-7000-8000-000000000000": room.id,
  });
  await using site = await servePage(folder, server.url);
  const page = await browser.newPage();
  let asked = 0;
  await page.route("**/chat-token", (route) => {
    asked += 1;
    return route.fulfill({ body: secret });
  });
  await page.goto(site.url);
  const composer = page.getByRole("textbox", { name: /^Message / });
  await composer.fill("From a page");
  await composer.press("Enter");
  await expect(new RoomView(ada.page).message("From a page")).toBeVisible();
  expect(asked).toBeGreaterThan(0);
  await page.close();
});
