import type { BrowserContext, Page } from "@playwright/test";
import { v7 } from "uuid";

import type { Person } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

// What a trace looks up in a page counts as touching it, and only a page that was touched may sound.
test.use({ trace: "off" });

/** The two tones of one note. */
const note = [587, 880];

/**
 * Nothing is heard of a headless browser: the tones that are begun stand in its storage, for all tabs, and
 * each end of sounding or of trying to.
 */
async function recordTones(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const tab = crypto.randomUUID();
    let count = 100;
    const record = (what: string, value: number) =>
      localStorage.setItem(`${what} ${Date.now()} ${tab} ${(count += 1)}`, String(value));
    class RecordedTone extends OscillatorNode {
      override start(when?: number): void {
        super.start(when);
        record("tone", Math.round(this.frequency.value));
      }
    }
    class RecordedContext extends AudioContext {
      override async close(): Promise<void> {
        await super.close();
        record("end", 0);
      }
    }
    Object.assign(globalThis, { OscillatorNode: RecordedTone, AudioContext: RecordedContext });
  });
}

function recorded(page: Page, what: "tone" | "end"): Promise<number[]> {
  return page.evaluate(
    (prefix) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .toSorted()
        .map((key) => Number(localStorage.getItem(key))),
    `${what} `,
  );
}

function locksHeld(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.map(({ name }) => name);
  });
}

/** In place of the window's focus, which a headless browser gives to every page at once. */
async function setFocus(page: Page, focused: boolean): Promise<void> {
  await page.evaluate((has) => {
    document.hasFocus = () => has;
    window.dispatchEvent(new Event(has ? "focus" : "blur"));
  }, focused);
}

/** A page that a hand has touched, as browsers ask for before they let it sound, and then left. */
async function openBehind({ context }: Person, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(path);
  await expect(sidebarRoom(page, "general")).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await setFocus(page, false);
  return page;
}

function say({ api }: Person, roomId: string, body: string) {
  return api.messages.send.mutate({ roomId, clientId: v7(), body });
}

function times(count: number, tones: number[]): number[] {
  return Array.from({ length: count }, () => tones).flat();
}

async function firstRoom({ api }: Person): Promise<string> {
  return (await api.events.snapshot.query()).rooms[0]?.id ?? "";
}

test("a message sounds once, however many tabs there are, and several at once sound as one", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const roomId = await firstRoom(ada);
  await recordTones(grace.context);
  await grace.page.close();
  const first = await openBehind(grace, `/rooms/${roomId}`);
  const second = await openBehind(grace, "/settings/notifications");
  let notes = 0;
  /** They come to both tabs, sound as one note there, and that is over. */
  async function expectOneNote(bodies: string[], unread: string): Promise<void> {
    await Promise.all(bodies.map((body) => say(ada, roomId, body)));
    for (const tab of [first, second]) {
      await expect(sidebarRoom(tab, "general")).toContainText(unread);
    }
    // The clock is that of both.
    await first.clock.fastForward(2_000);
    notes += 1;
    await expect.poll(() => recorded(first, "tone")).toEqual(times(notes, note));
    await first.clock.fastForward(2_000);
    await expect.poll(() => recorded(first, "end")).toHaveLength(notes);
  }

  await expectOneNote(["The kettle is on"], "1 unread");
  await expectOneNote(["Milk", "Sugar", "Cake"], "4 unread");
  await expectOneNote(["And spoons"], "5 unread");
});

test("nothing sounds of what one looks at, has muted or turned off, or while one is not to be disturbed", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const roomId = await firstRoom(ada);
  await recordTones(grace.context);
  await grace.page.close();
  const page = await openBehind(grace, `/rooms/${roomId}`);
  const view = new RoomView(page);
  /** Has it come, and the time in which it would sound go by. */
  async function comes(body: string, from = ada): Promise<string> {
    const { id } = await say(from, roomId, body);
    await expect(view.log.getByText(body)).toBeVisible();
    await page.clock.fastForward(2_000);
    return id;
  }
  /** Likewise, and a tab has weighed whether it should sound. */
  async function comesAsNews(body: string): Promise<void> {
    const id = await comes(body);
    await expect.poll(() => locksHeld(page)).toContain(`snug.tells.${id}`);
    // The tab that has claimed it has by now asked what is looked at; the answer comes before this one.
    for (const tab of [...grace.context.pages(), ...grace.context.pages()]) await locksHeld(tab);
  }
  const room = (preferences: { muted?: boolean; notify?: "everything" | "mentions" | "nothing" }) =>
    grace.api.rooms.setPreferences.mutate({ roomId, ...preferences });

  await comes("My own", grace);
  await setFocus(page, true);
  await comesAsNews("You are looking at this");
  await setFocus(page, false);

  const elsewhere = await openBehind(grace, "/threads");
  await setFocus(elsewhere, true);
  await comesAsNews("You are looking at something else");
  await elsewhere.goto("/settings/notifications");
  await setFocus(elsewhere, false);
  const sound = elsewhere.getByRole("switch", { name: "A soft note" });
  await sound.click();
  await expect(sound).not.toBeChecked();
  await comesAsNews("You have turned this off");
  await sound.click();
  await expect(sound).toBeChecked();
  await elsewhere.close();

  await room({ muted: true });
  await comes("You have muted this");
  await room({ muted: false, notify: "nothing" });
  await comes("You want to hear nothing");
  await room({ notify: "mentions" });
  await comes("This names nobody");
  await grace.api.presence.setMode.mutate({ mode: "dnd", forSeconds: 3600 });
  await expect(page.getByRole("button", { name: /Do not disturb until/ })).toBeVisible();
  await say(ada, roomId, `<@${grace.user.id}> this disturbs`);
  await expect(view.log.getByText("this disturbs")).toBeVisible();
  await page.clock.fastForward(2_000);
  await grace.api.presence.setMode.mutate({ mode: "auto" });
  await expect(page.getByRole("button", { name: /Do not disturb until/ })).toHaveCount(0);

  expect(await recorded(page, "tone")).toEqual([]);
  await say(ada, roomId, `<@${grace.user.id}> this does not`);
  await expect(view.log.getByText("this does not")).toBeVisible();
  await page.clock.fastForward(2_000);
  await expect.poll(() => recorded(page, "tone")).toEqual(note);
});

test("what came while nobody had touched the page is not made up for by the first touch", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const roomId = await firstRoom(ada);
  await recordTones(grace.context);
  await grace.context.addInitScript(() => {
    document.hasFocus = () => false;
  });
  // To ask a page anything counts as touching it, so another one of the same origin is asked.
  const aside = grace.page;
  await aside.goto("/healthz");
  const untouched = await grace.context.newPage();
  // That it hears what is said is seen from outside.
  const shown = untouched.waitForResponse(/messages\.history/);
  await untouched.goto(`/rooms/${roomId}`);
  await shown;
  for (const count of [1, 2, 3]) {
    await say(ada, roomId, `Message ${count}`);
    await expect.poll(() => recorded(aside, "end")).toHaveLength(count);
    // There is a second between notes.
    await expect.poll(() => locksHeld(aside)).not.toContain("snug.note");
  }
  await untouched.mouse.click(700, 300);
  await say(ada, roomId, "And now?");
  await expect.poll(() => recorded(aside, "end")).toHaveLength(4);
  expect(await recorded(aside, "tone")).toEqual(note);
});
