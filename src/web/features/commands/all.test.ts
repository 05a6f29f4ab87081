import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { errorDetails } from "../../../client/index.ts";
import type { Person } from "../../../testing/people.ts";
import { setUp, signUp } from "../../../testing/people.ts";
import type { TestServer } from "../../../testing/server.ts";
import { startTestServer } from "../../../testing/server.ts";
import { offeredCommands, runCommand } from "./all.ts";
import type { Here } from "./command.ts";

let server: TestServer;
let ann: Person;
let bob: Person;
let lobbyId: string;
let done: string[];

beforeAll(async () => {
  server = await startTestServer();
  ann = await setUp(server, "ann");
  bob = await signUp(server, ann, { name: "bob" });
  lobbyId = (await ann.api.events.snapshot.query()).rooms[0]?.id ?? "";
});
beforeEach(() => {
  done = [];
});
afterAll(() => server[Symbol.asyncDispose]());

/** Where someone is, with what a command does there beside the API written down. */
async function hereFor(person: Person, roomId: string, may = false): Promise<Here> {
  const { users, rooms, me } = await person.api.events.snapshot.query();
  const byId = new Map(users.map((user) => [user.id, user]));
  const [user, room] = [byId.get(me.id), rooms.find(({ id }) => id === roomId)];
  if (!user || !room) throw new Error("Nobody is there.");
  return {
    api: person.api,
    presence: {
      setMode: async (mode, forSeconds) =>
        void done.push(`mode ${mode} ${forSeconds ?? ""}`.trim()),
    },
    me: user,
    room,
    rootId: null,
    users: byId,
    rooms,
    may: { manage: may, close: may },
    say: (body) => done.push(`say ${body}`),
    sayIn: (id, body) => done.push(`say in ${id} ${body}`),
    openRoom: (id) => done.push(`open ${id}`),
    goHome: () => done.push("home"),
    openHelp: () => done.push("help"),
    tell: (words) => done.push(words),
    signOut: async () => void done.push("out"),
  };
}

async function refusalOf(name: string, rest: string, here: Here): Promise<string> {
  try {
    await runCommand(name, rest, here);
  } catch (error) {
    return errorDetails(error).message;
  }
  throw new Error(`/${name} ${rest} was done.`);
}

function garden(userIds: string[] = []) {
  const name = `garden ${crypto.randomUUID().slice(0, 8)}`;
  return ann.api.rooms.create.mutate({ kind: "public", name, userIds });
}

describe("commands", () => {
  it("are refused with what to do when they are unknown, not allowed or too much", async () => {
    const here = await hereFor(bob, lobbyId);
    expect(await refusalOf("dance", "", here)).toContain("no command /dance");
    expect(await refusalOf("dance", "", here)).toContain("//dance");
    expect(await refusalOf("archive", "", here)).toContain("cannot use /archive");
    expect(await refusalOf("away", "from here", here)).toContain("Nothing follows /away");
    for (const name of ["me", "nick", "topic", "join", "invite", "msg"]) {
      expect(await refusalOf(name, "", here)).not.toBe("");
    }
    expect(done).toEqual([]);
  });

  it("are offered to those who may use them", async () => {
    const names = (here: Here) => offeredCommands(here).map(({ name }) => name);
    const member = names(await hereFor(bob, lobbyId));
    expect(member).toContain("invite");
    for (const name of ["remove", "rename", "archive"]) expect(member).not.toContain(name);
    expect(names(await hereFor(ann, lobbyId, true))).toEqual(
      expect.arrayContaining(["remove", "rename", "archive"]),
    );
    const direct = await bob.api.rooms.openDirect.mutate({ userIds: [ann.user.id] });
    const there = names(await hereFor(bob, direct.id));
    for (const name of ["topic", "invite", "leave"]) expect(there).not.toContain(name);
  });

  it("say what they say where one writes", async () => {
    const here = await hereFor(bob, lobbyId);
    await runCommand("me", "waves", here);
    await runCommand("shrug", "", here);
    await runCommand("shrug", "Well", here);
    const shrug = String.raw`¯\\\_(ツ)\_/¯`;
    expect(done).toEqual(["say /me waves", `say ${shrug}`, `say Well ${shrug}`]);
  });

  it("change one's name and how one shows", async () => {
    const here = await hereFor(bob, lobbyId);
    await runCommand("nick", "Bob the Gardener", here);
    await runCommand("away", "", here);
    await runCommand("active", "", here);
    await runCommand("logout", "", here);
    await runCommand("help", "", here);
    expect(done).toEqual([
      "You are Bob the Gardener now",
      "mode away",
      "You show as away",
      "mode auto",
      "You show as online while you are here",
      "out",
      "help",
    ]);
    const user = await ann.api.users.get.query({ userId: bob.user.id });
    expect(user.displayName).toBe("Bob the Gardener");
  });

  it("say what one is up to, and for how long nothing shall disturb", async () => {
    const here = await hereFor(bob, lobbyId);
    await runCommand("status", "🌷 Planting bulbs", here);
    const { customStatus } = await ann.api.users.get.query({ userId: bob.user.id });
    expect(customStatus).toMatchObject({ emoji: "🌷", text: "Planting bulbs", expiresAt: null });
    await runCommand("status", "", here);
    expect(await ann.api.users.get.query({ userId: bob.user.id })).toMatchObject({
      customStatus: null,
    });
    await runCommand("dnd", "2h", here);
    await runCommand("dnd", "", here);
    for (const rest of ["soon", "0m", "2h and a bit"]) {
      expect(await refusalOf("dnd", rest, here)).toContain("30m, 2h or 1d");
    }
    expect(done).toEqual([
      "Status set",
      "Status cleared",
      "mode dnd 7200",
      "Nothing disturbs you for 2h",
      "mode dnd",
      "Nothing disturbs you until you are /active",
    ]);
  });

  it("change a room, and close it", async () => {
    const room = await garden();
    const here = await hereFor(ann, room.id, true);
    await runCommand("topic", "Bulbs", here);
    await runCommand("rename", `${room.name} 2`, here);
    await runCommand("mute", "", here);
    expect((await hereFor(ann, room.id)).room).toMatchObject({
      topic: "Bulbs",
      name: `${room.name} 2`,
      membership: { muted: true },
    });
    await runCommand("mute", "", await hereFor(ann, room.id));
    await runCommand("archive", "", here);
    const { room: after } = await hereFor(ann, room.id);
    expect(after.membership.muted).toBe(false);
    expect(after.archivedAt).not.toBeNull();
  });

  it("bring people in and take them out", async () => {
    const room = await garden();
    const here = await hereFor(ann, room.id, true);
    await runCommand("invite", `<@${bob.user.id}>, @ann`, here);
    const members = await ann.api.rooms.members.query({ roomId: room.id });
    expect(members).toHaveLength(2);
    expect(await refusalOf("remove", "@ann", here)).toContain("/leave");
    expect(await refusalOf("remove", "@nobody", here)).toBe("Nobody here is called @nobody.");
    await runCommand("remove", "bob", here);
    expect(await ann.api.rooms.members.query({ roomId: room.id })).toHaveLength(1);
  });

  it("lead into a room and out of it", async () => {
    const room = await garden();
    const here = await hereFor(bob, lobbyId);
    await runCommand("join", `#${room.name.toUpperCase()}`, here);
    await runCommand("join", `<#${lobbyId}>`, here);
    expect(await refusalOf("join", "nowhere", here)).toBe("There is no open room called nowhere.");
    await runCommand("leave", "", await hereFor(bob, room.id));
    const left = `You left ${room.name}`;
    expect(done).toEqual([`open ${room.id}`, `open ${lobbyId}`, "home", left]);
    expect(await bob.api.events.snapshot.query()).not.toMatchObject({ rooms: [{ id: room.id }] });
  });

  it("lead to someone, with something to say or nothing", async () => {
    const { id } = await bob.api.rooms.openDirect.mutate({ userIds: [ann.user.id] });
    const here = await hereFor(bob, lobbyId);
    await runCommand("msg", `<@${ann.user.id}> Tea?\nNow`, here);
    await runCommand("msg", "@ann", here);
    expect(await refusalOf("msg", `<@${bob.user.id}> hello`, here)).toContain("That is you");
    expect(done).toEqual([`say in ${id} Tea?\nNow`, `open ${id}`, `open ${id}`]);
  });
});
