import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../shared/limits.ts";
import type { SearchPage } from "../../../shared/search.ts";
import { searchPageSchema } from "../../../shared/search.ts";
import { timesOf } from "../../../shared/searchDates.ts";
import { parseSearch } from "../../../shared/searchQuery.ts";
import type { User } from "../../../shared/users.ts";
import type { Store } from "../port.ts";
import { createRoom } from "./rooms.ts";
import type { Open } from "./team.ts";
import { openTeam } from "./team.ts";

export function describeSearch(open: Open): void {
  describe("search", () => {
    it("finds words, beginnings, what is within, and however they are written", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      const bodies = ["Crème brûlée at noon", "The Dampfschiff leaves", "KETTLES, kettles"];
      for (const body of bodies) await say(ann, body);
      const found = (text: string) => foundBy(store, bob, text);
      expect(await found("creme")).toEqual(["Crème brûlée at noon"]);
      expect(await found("Brûl")).toEqual(["Crème brûlée at noon"]);
      expect(await found("schiff")).toEqual(["The Dampfschiff leaves"]);
      expect(await found("kettle")).toEqual(["KETTLES, kettles"]);
      expect(await found('"kettle"')).toEqual([]);
      expect(await found('"at noon"')).toEqual(["Crème brûlée at noon"]);
      expect(await found('"noon at"')).toEqual([]);
      expect(await found("leaves the")).toEqual(["The Dampfschiff leaves"]);
      expect(await found("the -dampfschiff")).toEqual([]);
      expect(await found("the -schiff")).toEqual(["The Dampfschiff leaves"]);
      expect(await found("nowhere")).toEqual([]);
      expect(await found("")).toEqual([]);
    });

    it("finds one, two and more characters of scripts without spaces", async () => {
      const { store, say, ann } = await openTeam(open);
      for (const body of ["明日の会議です", "議会の話", "오늘회의에서", "ประชุมพรุ่งนี้"])
        await say(ann, body);
      const found = (text: string) => foundBy(store, ann, text);
      expect(await found("会議")).toEqual(["明日の会議です"]);
      expect(await found("会")).toEqual(["議会の話", "明日の会議です"]);
      expect(await found("明日の会議")).toEqual(["明日の会議です"]);
      expect(await found("話")).toEqual(["議会の話"]);
      expect(await found("회의")).toEqual(["오늘회의에서"]);
      expect(await found("พรุ่งนี้")).toEqual(["ประชุมพรุ่งนี้"]);
      expect(await found("議明")).toEqual([]);
    });

    it("has operators for who, where and what", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat } = team;
      const userIds = [bob.id, cat.id];
      const { id: roomId } = await createRoom(team, { name: "Kitchen", userIds });
      const root = await say(bob, "tea at https://tea.example", { roomId });
      await say(cat, "tea in the thread", { roomId, threadRootId: root.id });
      const last = await say(ann, "tea in the lobby");
      await store.setReaction(bob.id, last.id, "👍", true);
      const found = (text: string) => foundBy(store, bob, text);
      const [link, reply, lobbys] = [root.body, "tea in the thread", last.body];
      expect(await found("from:CAT")).toEqual([reply]);
      expect(await found("tea from:me")).toEqual([link]);
      await store.updateProfile(cat.id, { displayName: "Cat Éclair" });
      expect(await found('tea from:"cat eclair"')).toEqual([reply]);
      expect(await found("tea from:cat from:bob")).toEqual([reply, link]);
      expect(await found("tea -from:cat")).toEqual([lobbys, link]);
      expect(await found("in:#kitchen")).toEqual([reply, link]);
      expect(await found("tea -in:kitchen")).toEqual([lobbys]);
      expect(await found("has:link")).toEqual([link]);
      expect(await found("tea -has:link")).toEqual([lobbys, reply]);
      expect(await found("has:reaction")).toEqual([lobbys]);
      expect(await found("has:thread")).toEqual([link]);
      expect(await found("is:thread")).toEqual([reply]);
      await store.setPin(ann.id, last.id, true);
      await store.setSaved(bob.id, root.id, true);
      await store.setSaved(ann.id, last.id, true);
      expect(await found("is:pinned")).toEqual([lobbys]);
      expect(await found("is:saved")).toEqual([link]);
      expect(await found("tea -is:pinned -is:saved")).toEqual([reply]);
      expect(await found("has:file")).toEqual([]);
      expect(await found("on:today tea")).toEqual([lobbys, reply, link]);
      expect(await found("before:today")).toEqual([]);
      const direct = await store.openDirect(bob.id, [ann.id]);
      await say(ann, "between us", { roomId: direct.id });
      expect(await found("in:@ann")).toEqual(["between us"]);
      const page = await searchAs(store, bob, "tea from:nobody -in:nowhere");
      expect(page).toMatchObject({ hits: [], next: null });
      expect(page.unknown).toEqual([
        { key: "from", name: "nobody" },
        { key: "in", name: "nowhere" },
      ]);
      expect((await searchAs(store, bob, "thread")).rooms.map(({ name }) => name)).toEqual([
        "Kitchen",
      ]);
    });

    it("finds files by their names and kinds", async () => {
      const { store, say, ann, bob, lobby } = await openTeam(open);
      const file = {
        key: "f1",
        name: "Grundriss-2026.png",
        type: "image/png",
        size: 3,
        sha256: "abc",
        width: 2,
        height: 2,
        uploadedBy: ann.id,
        roomId: lobby,
      };
      const { id } = await store.importFile(file);
      await say(ann, "as promised", { attachmentIds: [id] });
      for (const text of ["grundriss", "has:image", "has:file from:ann", "2026"]) {
        expect(await foundBy(store, bob, text)).toEqual(["as promised"]);
      }
      expect(await foundBy(store, bob, "promised -has:image")).toEqual([]);
    });

    it("follows what is edited and deleted", async () => {
      const { store, say, ann, bob } = await openTeam(open);
      const message = await say(ann, "the kettle");
      const root = await say(ann, "a saucer");
      await say(bob, "a reply", { threadRootId: root.id });
      await store.editMessage(ann.id, message.id, "the teapot");
      expect(await foundBy(store, bob, "kettle")).toEqual([]);
      expect(await foundBy(store, bob, "teapot")).toEqual(["the teapot"]);
      await store.deleteMessage(ann.id, message.id);
      await store.deleteMessage(ann.id, root.id);
      for (const text of ["teapot", "saucer", "from:ann -welcome"]) {
        expect(await foundBy(store, bob, text)).toEqual([]);
      }
    });

    it("follows whatever is written at once, and forgets what was refused", async () => {
      const { store, say, ann } = await openTeam(open);
      const sent = await Promise.allSettled([
        say(ann, "first kettle"),
        say(ann, "lost kettle", { roomId: "nowhere" }),
        say(ann, "second kettle"),
      ]);
      expect(sent.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(await foundBy(store, ann, "kettle")).toEqual(["second kettle", "first kettle"]);
    });

    it("finds what was imported, and nothing of a room that is gone", async () => {
      const team = await openTeam(open);
      const { store, ann } = team;
      const { id: roomId } = await createRoom(team);
      const imported = {
        roomId,
        authorId: ann.id,
        authorName: null,
        createdAt: "2020-02-03T04:05:06.000Z",
        editedAt: null,
        threadRootKey: null,
        reactions: [],
        attachmentIds: [],
      };
      await store.importMessages([{ ...imported, key: "m1", body: "ancient kettle" }]);
      expect(await foundBy(store, ann, "kettle on:2020-02-03")).toEqual(["ancient kettle"]);
      expect(await foundBy(store, ann, "kettle after:2020")).toEqual([]);
      await store.deleteRoom(roomId);
      expect(await foundBy(store, ann, "kettle")).toEqual([]);
    });

    it("[RT7] is over what the asker may see now, and nothing else", async () => {
      const team = await openTeam(open);
      const { store, say, ann, bob, cat, gus, lobby } = team;
      const ours = { kind: "private" as const, name: "Secret", userIds: [bob.id] };
      const secret = await createRoom(team, ours);
      const direct = await store.openDirect(ann.id, [bob.id]);
      const books = await createRoom(team);
      await say(bob, "kettle secret", { roomId: secret.id });
      await say(ann, "kettle direct", { roomId: direct.id });
      await say(ann, "kettle open", { roomId: books.id });
      const everywhere = ["kettle open", "kettle direct", "kettle secret"];
      expect(await foundBy(store, bob, "kettle")).toEqual(everywhere);
      expect(await foundBy(store, cat, "kettle")).toEqual(["kettle open"]);
      expect(await foundBy(store, gus, "kettle")).toEqual([]);
      for (const text of [
        "from:ann in:@bob",
        "in:secret",
        "has:link",
        `"kettle secret"`,
        "secret",
      ]) {
        expect(await foundBy(store, cat, text)).toEqual([]);
      }
      // A room that one may not see is told apart from one that is not there by nothing.
      const { unknown } = await searchAs(store, cat, "in:secret in:nowhere");
      expect(unknown.map(({ name }) => name)).toEqual(["secret", "nowhere"]);
      await store.removeMember(secret.id, bob.id, "removed");
      expect(await foundBy(store, bob, "kettle")).toEqual(["kettle open", "kettle direct"]);
      await store.addMembers(lobby, [gus.id]);
      await say(ann, "kettle for the guest");
      expect(await foundBy(store, gus, "kettle")).toEqual(["kettle for the guest"]);
    });

    it.each([1, 2, 3, 50])("is read newest first, all of it, by pages of %i", async (limit) => {
      const { store, say, ann, cat } = await openTeam(open);
      await Promise.all(Array.from({ length: 7 }, (_, n) => say(ann, `kettle ${n}`)));
      const found: string[] = [];
      let before: number | null = null;
      do {
        const page: SearchPage = await searchAs(store, cat, "kettle", { before, limit });
        expect(page.hits.length).toBeLessThanOrEqual(limit);
        found.push(...bodiesOf(page));
        before = page.next?.before ?? null;
      } while (before !== null);
      expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `kettle ${n}`));
    });

    it("marks what was found", async () => {
      const { store, say, ann } = await openTeam(open);
      await say(ann, "Is the **kettle** on?");
      const { hits } = await searchAs(store, ann, "kettle");
      expect(hits[0]?.snippet).toEqual([
        { text: "Is the ", hit: false },
        { text: "kettle", hit: true },
        { text: " on?", hit: false },
      ]);
    });

    it("has an answer to any text", async () => {
      const { store, say, ann } = await openTeam(open);
      await say(ann, 'kettle NOT and OR 会議 \u0000 "quoted" (in brackets) a*b c:d');
      const bits = fc.constantFrom(
        ..."NOT AND OR NEAR ( ) * ^ + { } : \" ' - -- facets: words: rowid a* 会 👍 \u0000 from: in:@".split(
          " ",
        ),
      );
      const texts = fc.oneof(
        fc.string({ unit: "binary", maxLength: limits.searchText }),
        fc.array(bits, { maxLength: 60 }).map((all) => all.join(" ")),
        fc
          .array(fc.constantFrom("a", "b ", '"', "-c "), { maxLength: 500 })
          .map((all) => all.join("")),
      );
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const page = await searchAs(store, ann, text.toWellFormed());
          expect(searchPageSchema.parse(page)).toEqual(page);
        }),
        { numRuns: 200 },
      );
    });
  });
}

interface Paging {
  before?: number | null;
  limit?: number;
}

function searchAs(
  store: Store,
  user: User,
  text: string,
  { before = null, limit = 20 }: Paging = {},
): Promise<SearchPage> {
  const query = parseSearch(text);
  const times = timesOf(query.filters, { timeZone: "UTC", now: new Date() });
  return store.search(user.id, { query, ...times, before, limit });
}

async function foundBy(store: Store, user: User, text: string): Promise<string[]> {
  return bodiesOf(await searchAs(store, user, text));
}

function bodiesOf({ hits }: SearchPage): string[] {
  return hits.map(({ message }) => message.body);
}
