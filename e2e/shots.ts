import type { Locator, Page, WebSocketRoute } from "@playwright/test";

import type { Places } from "./demo.ts";
import { RoomView } from "./room.ts";

/** A picture for docs/screenshots, taken in each theme at each width. */
export interface Shot {
  name: string;
  /** What the server holds and who looks: nothing and nobody yet, or the demo's visitor or owner. */
  as: "first" | "visitor" | "owner";
  /** Of the window, in CSS pixels. */
  widths: readonly Width[];
  /** Brings a fresh tab to what the picture shows. */
  show(page: Page, places: Places): Promise<void>;
}

export type Width = 1920 | 1440 | 768 | 375;

const all = [1440, 768, 375] as const;
/** What needs a mouse, or keys, to be there. */
const wide = [1440, 768] as const;

export const shots: readonly Shot[] = [
  at("set-up", { as: "first", address: "/", shows: heading("Welcome to Snug") }),
  at("sign-in", { as: "visitor", address: "/", shows: button("Sign in") }),
  {
    name: "join",
    as: "visitor",
    widths: all,
    show: async (page, { invite }) => {
      await page.goto(invite);
      await button(/Join|Create account/)(page).waitFor();
    },
  },
  {
    name: "rooms",
    as: "owner",
    widths: [375],
    show: async (page) => {
      await page.goto("/");
      await page.getByRole("main").getByRole("link", { name: "engineering" }).waitFor();
    },
  },
  inRoom("room", "engineering", [1920, 1440, 768, 375]),
  {
    name: "compact",
    as: "owner",
    widths: all,
    show: async (page, places) => {
      await page.addInitScript(() => {
        localStorage.setItem("snug.appearance", JSON.stringify({ density: "compact" }));
      });
      await page.goto(places.room("engineering"));
      await page.getByRole("log").getByRole("article").last().waitFor();
    },
  },
  inRoom("pictures", "design", all),
  inRoom("general", "general", all),
  inRoom("direct", "Mira Okafor", all),
  inRoom("archived", "new-website", all),
  inRoom("group", "Jonas Lindqvist", all),
  inRoom("thread", "engineering", all, async (page) => {
    const summaries = page.getByRole("log").getByRole("link", { name: /\d repl/ });
    await summaries.last().click();
    await page.getByRole("textbox", { name: "Reply" }).waitFor();
  }),
  inRoom("details", "design", all, async (page) => {
    await button(/^Details/)(page).click();
    await page.getByRole("region", { name: "Members" }).waitFor();
  }),
  inRoom("room-files", "design", all, async (page) => {
    await openDetails(page, "Files");
    await page.getByRole("region", { name: "Files" }).getByRole("button").first().waitFor();
  }),
  inRoom("room-settings", "general", all, async (page) => {
    await openDetails(page, "Settings");
    await page.getByRole("switch", { name: "Muted" }).waitFor();
  }),
  inRoom("pins", "general", all, async (page) => {
    await page.getByRole("link", { name: /pinned/i }).click();
    await page.getByRole("complementary").getByText("I have the page").waitFor();
  }),
  inRoom("search", "general", all, async (page) => {
    await button("Search messages")(page).click();
    const field = page.getByRole("combobox", { name: "Search messages" });
    await field.fill("plum cake");
    await field.press("Enter");
    await page.getByRole("list", { name: "Results" }).getByRole("link").first().waitFor();
  }),
  inRoom("jump", "engineering", all, async (page) => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("dialog").waitFor();
  }),
  inRoom("emoji-picker", "general", all, async (page) => {
    await button("Emoji")(page).click();
    await page
      .getByRole("dialog")
      .getByRole("searchbox")
      .or(page.getByLabel("Search emoji"))
      .waitFor();
    await page.getByRole("gridcell").first().waitFor();
  }),
  inRoom("message-actions", "general", wide, async (page) => {
    const message = page.getByRole("article").filter({ hasText: "I object to the word" });
    await message.hover();
    await message.getByRole("button", { name: "More" }).click();
    await page.getByRole("menu").waitFor();
  }),
  inRoom("lightbox", "design", all, async (page) => {
    await page.getByRole("link", { name: "beds-light.png" }).click();
    await page.getByRole("dialog", { name: "beds-light.png" }).waitFor();
  }),
  inRoom("attach", "design", all, async (page) => {
    await page.route(/\/files\?/, () => {});
    await page.getByLabel("Files to attach").setInputFiles([
      { name: "beds.csv", mimeType: "text/csv", buffer: Buffer.alloc(48_000, "bed,damp\n") },
      { name: "walk.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(9_000_000) },
    ]);
    await page.getByRole("list", { name: "Files to send" }).getByRole("listitem").first().waitFor();
  }),
  inRoom("slash", "engineering", all, async (page) => {
    await new RoomView(page).composer.pressSequentially("/");
    await page.getByRole("listbox", { name: "Suggestions" }).waitFor();
  }),
  inRoom("profile", "general", all, async (page) => {
    const message = page.getByRole("article").filter({ hasText: "Noted, and removed" });
    await message.getByRole("button", { name: "Lucía Ferrer" }).click();
    await page.getByRole("dialog", { name: "Profile of Lucía Ferrer" }).waitFor();
  }),
  inRoom("shortcuts", "general", wide, async (page) => {
    await page.keyboard.press("Escape");
    await page.locator("body").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  }),
  {
    name: "offline",
    as: "owner",
    widths: all,
    show: async (page, places) => {
      const sockets: WebSocketRoute[] = [];
      let offline = false;
      await page.routeWebSocket(/trpc/, async (socket) => {
        if (offline) return await socket.close();
        sockets.push(socket);
        socket.connectToServer();
      });
      await page.goto(places.room("general"));
      await page.getByRole("log").getByRole("article").last().waitFor();
      offline = true;
      for (const socket of sockets) await socket.close();
      await page.getByText("Reconnecting").first().waitFor();
    },
  },
  {
    name: "status",
    as: "owner",
    widths: all,
    show: async (page) => {
      await page.goto("/");
      await button(/^You: /)(page).click();
      await page.getByRole("menuitem", { name: /status/ }).click();
      await page.getByRole("dialog", { name: "Your status" }).waitFor();
    },
  },
  {
    name: "own-menu",
    as: "owner",
    widths: wide,
    show: async (page) => {
      await page.goto("/");
      await button(/^You: /)(page).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "create-room",
    as: "owner",
    widths: all,
    show: async (page) => {
      await page.goto("/");
      await button("Create a room")(page).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  at("threads", { address: "/threads", shows: text("What if it rains") }),
  at("saved", { address: "/saved", shows: text("Numbers from last week") }),
  at("browse", { address: "/browse", shows: link(/^Open /) }),
  at("emoji", { address: "/emoji", shows: text(":tansy:") }),
  at("profile-settings", { address: "/settings/profile", shows: label("Username") }),
  at("account", { address: "/settings/account", shows: text("This device") }),
  at("notifications", {
    address: "/settings/notifications",
    shows: text("A soft note"),
    widths: all,
  }),
  at("appearance", { address: "/settings/appearance", shows: text("Theme") }),
  at("people", { address: "/admin/people", shows: text("Greta Holm") }),
  at("invites", { address: "/admin/invites", shows: button("Create invite link") }),
  at("bots", { address: "/admin/bots", shows: text("Plotbot") }),
  at("webhooks", { address: "/admin/webhooks", shows: label("Address") }),
  at("workspace", { address: "/admin/workspace", shows: label("Workspace name") }),
  at("not-found", { address: "/nowhere", shows: text("There is nothing here") }),
];

type Sight = (page: Page) => Locator;

interface Screen {
  as?: Shot["as"];
  address: string;
  shows: Sight;
  widths?: readonly Width[];
}

function at(name: string, { as = "owner", address, shows, widths = all }: Screen): Shot {
  return {
    name,
    as,
    widths,
    show: async (page) => {
      await page.goto(address);
      await shows(page).first().waitFor();
    },
  };
}

function inRoom(
  name: string,
  room: string,
  widths: readonly Width[],
  then: (page: Page) => Promise<void> = async () => {},
): Shot {
  return {
    name,
    as: "owner",
    widths,
    show: async (page, places) => {
      await page.goto(places.room(room));
      await page.getByRole("log").getByRole("article").last().waitFor();
      await then(page);
    },
  };
}

async function openDetails(page: Page, tab: string): Promise<void> {
  await button(/^Details/)(page).click();
  await page.getByRole("tab", { name: tab }).click();
}

function heading(name: string): Sight {
  return (page) => page.getByRole("heading", { name });
}

function button(name: string | RegExp): Sight {
  return (page) => page.getByRole("button", { name });
}

function link(name: RegExp): Sight {
  return (page) => page.getByRole("link", { name });
}

function text(words: string): Sight {
  return (page) => page.getByText(words);
}

function label(words: string): Sight {
  return (page) => page.getByLabel(words);
}
