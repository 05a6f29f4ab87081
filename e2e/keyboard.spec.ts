import { backTo, tabTo } from "./keys.ts";
import { accountOf, password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { holdBack } from "./slowCode.ts";
import { expect, test } from "./test.ts";

test("from the door to the door: a day of chat without a mouse", async ({
  person,
  browser,
  server,
}) => {
  const { user } = await person("Ada Lovelace");
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto("/");
  await tabTo(page.getByLabel(/E-mail or username/));
  await keyboard.type(accountOf(user.displayName).username);
  await tabTo(page.getByLabel("Password", { exact: true }));
  await keyboard.type(password);
  await keyboard.press("Enter");

  const view = new RoomView(page);
  await expect(view.composer).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Attach files" })).toBeFocused();
  await keyboard.press("Enter");
  const files = ["one.png", "two.png"].map((name) => ({
    name,
    mimeType: "image/png",
    buffer: dot,
  }));
  await (await chooser).setFiles(files);
  await expect(page.getByRole("button", { name: "Remove two.png" })).toBeVisible();
  await tabTo(view.composer);
  await keyboard.type("Two dots");
  await keyboard.press("Enter");
  const dots = view.message("Two dots");
  await expect(dots.getByRole("link", { name: "two.png" })).toBeVisible();

  await keyboard.press("ArrowUp");
  await expect(page.getByRole("textbox", { name: "Edit message" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(view.composer).toBeFocused();

  await backTo(dots);
  await tabTo(dots.getByRole("link", { name: "one.png" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "one.png" })).toBeVisible();
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "two.png" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await backTo(dots);
  await keyboard.press("r");
  await tabTo(page.getByRole("button", { name: "All emoji" }));
  await keyboard.press("Enter");
  await expect(page.getByLabel("Search emoji")).toBeFocused();
  await keyboard.type("teapot");
  // The list follows what is typed a little later, and Enter takes what is selected in it.
  await expect(page.getByRole("gridcell", { name: "Teapot", selected: true })).toBeVisible();
  await keyboard.press("Enter");
  await expect(dots.getByRole("button", { name: "🫖, 1" })).toBeVisible();

  await backTo(dots);
  await keyboard.press("t");
  await expect(page.getByRole("textbox", { name: "Reply" })).toBeFocused();
  await keyboard.type("Very round");
  await keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByText("Very round")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveCount(0);
  await expect(view.composer).toBeFocused();

  await tabTo(page.getByRole("button", { name: /^You: / }));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: /status/ })).toBeFocused();
  await keyboard.press("Enter");
  const status = page.getByRole("dialog", { name: "Your status" });
  await tabTo(status.getByRole("button", { name: /In a meeting/ }));
  await keyboard.press("Enter");
  await tabTo(status.getByRole("button", { name: "Save" }));
  await keyboard.press("Enter");
  await expect(status).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^You: .*In a meeting/ })).toBeVisible();

  await keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toBeFocused();
  await keyboard.type("/logout");
  await expect(page.getByRole("option", { selected: true })).toContainText("Sign out");
  await keyboard.press("Enter");
  await expect(page.getByLabel(/E-mail or username/)).toBeVisible();
  await context.close();
});

test("to a room, a change of what one said there, and the settings, without a mouse", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const kitchen = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Kitchen",
    userIds: [grace.user.id],
  });
  const { page } = ada;
  const { keyboard } = page;
  const [adas, graces] = [new RoomView(page), new RoomView(grace.page)];
  await grace.page.goto(`/rooms/${kitchen.id}`);
  await expect(adas.composer).toBeFocused();

  await keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toBeFocused();
  await keyboard.type("kitc");
  await expect(page.getByRole("option", { selected: true })).toContainText("Kitchen");
  await keyboard.press("Enter");
  await expect(adas.composer).toHaveAccessibleName("Message #Kitchen");
  await expect(adas.composer).toBeFocused();

  const acknowledged = page.waitForResponse(/messages\.send/);
  await keyboard.type("The kettel is on");
  await keyboard.press("Enter");
  await acknowledged;
  await expect(graces.message("The kettel is on")).toBeVisible();
  const goOn = await holdBack(page, "MessageEditor");
  await keyboard.press("ArrowUp");
  // Before the editor is there, too.
  await keyboard.type(", I think");
  goOn();
  const editor = page.getByRole("textbox", { name: "Edit message" });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue("The kettel is on, I think");
  await expect(adas.composer).toHaveValue("");
  await keyboard.press("Control+a");
  await keyboard.type("The kettle is on");
  await keyboard.press("Enter");
  await expect(adas.composer).toBeFocused();
  await expect(graces.message("The kettle is on")).toContainText("(edited)");
  await graces.expectNoMessage("The kettel is on");

  await backTo(page.getByRole("button", { name: "The Snug" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Invite people" })).toBeFocused();
  await keyboard.type("sett");
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeFocused();
  const parts = page.getByRole("navigation", { name: "Settings" });
  await tabTo(page.getByLabel("Your name"));
  await keyboard.press("Control+a");
  await keyboard.type("Countess Ada");
  await keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true }).last()).toBeVisible();
  await expect(graces.log.getByRole("button", { name: "Countess Ada" }).first()).toBeVisible();

  await backTo(parts.getByRole("link", { name: "Account" }));
  await keyboard.press("Enter");
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await tabTo(parts.getByRole("link", { name: "Notifications" }));
  await keyboard.press("Enter");
  const note = page.getByRole("switch", { name: "A soft note" });
  await tabTo(note);
  await keyboard.press("Space");
  await expect(note).not.toBeChecked();
  await backTo(parts.getByRole("link", { name: "Appearance" }));
  await keyboard.press("Enter");
  await tabTo(page.getByRole("radio", { name: "System" }));
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await backTo(sidebarRoom(page, "Kitchen"));
  await keyboard.press("Enter");
  await expect(adas.composer).toHaveAccessibleName("Message #Kitchen");
  await expect(adas.composer).toBeFocused();
});

/** One pixel. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
