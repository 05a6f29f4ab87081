import type { Message } from "../../shared/messages.ts";
import type { Person } from "./person.ts";
import type { DeedKind, Step } from "./plan.ts";

export interface House {
  people: readonly Person[];
  /** Manages every room, from a line that never fails. */
  owner: Person;
  lobbyId: string;
  roomIds: readonly string[];
}

/** False when there was nobody or nothing to do it to, such as a message to edit. */
type Deed = (house: House, person: Person, step: Step<DeedKind>) => Promise<boolean>;

const emoji = ["👍", "🎉", "😄", "👀"];
const burstLength = 25;

export async function perform(house: House, step: Step<DeedKind>): Promise<boolean> {
  const person = pick(house.people, step.who);
  return person !== undefined && deeds[step.kind](house, person, step);
}

const deeds: Record<DeedKind, Deed> = {
  say: async (house, person, step) => {
    const roomId = roomFor(house, person, step);
    if (roomId === null) return false;
    person.say({ roomId, body: bodyOf(person, step) });
    return true;
  },
  reply: async (_, person, step) => {
    const root = messageFor(person, step, ({ deletedAt }) => deletedAt === null);
    if (root === null) return false;
    person.say({ roomId: root.roomId, body: bodyOf(person, step), threadRootId: root.id });
    return true;
  },
  burst: async (house, person, step) => {
    const roomId = roomFor(house, person, step);
    if (roomId === null) return false;
    for (let n = 0; n < burstLength; n++) person.say({ roomId, body: bodyOf(person, step) });
    return true;
  },
  edit: async (_, person, step) => {
    const message = messageFor(person, step, ({ authorId }) => authorId === person.userId);
    if (message === null) return false;
    const edit = { messageId: message.id, body: `${bodyOf(person, step)}, edited` };
    await person.try("An edit", (api) => api.messages.edit.mutate(edit));
    return true;
  },
  delete: async (_, person, step) => {
    const message = messageFor(person, step, ({ authorId }) => authorId === person.userId);
    if (message === null) return false;
    await person.try("A deletion", (api) => api.messages.delete.mutate({ messageId: message.id }));
    return true;
  },
  react: async (_, person, step) => {
    const message = messageFor(person, step, () => true);
    if (message === null) return false;
    const reaction = { emoji: pick(emoji, step.what) ?? "👍", on: step.what % 4 !== 3 };
    await person.try("A reaction", (api) =>
      api.messages.react.mutate({ messageId: message.id, ...reaction }),
    );
    return true;
  },
  "mark read": async (_, person, step) => {
    const message = messageFor(person, step, () => true);
    if (message === null) return false;
    const { roomId, seq } = message;
    await person.try("A read mark", ({ rooms }) =>
      step.what % 5 === 0
        ? rooms.markUnread.mutate({ roomId, seq })
        : rooms.markRead.mutate({ roomId, seq }),
    );
    return true;
  },
  "open a thread": async (_, person, step) => {
    const root = messageFor(person, step, ({ thread }) => thread !== null);
    if (root === null) return false;
    person.view.openThread(root);
    return true;
  },
  "scroll back": async (_, person, { where }) => {
    const room = pick(person.snapshot?.rooms ?? [], where);
    if (room === undefined) return false;
    person.view.scrollBack(room.id);
    return true;
  },
  "remove a member": async (house, person, { where }) => {
    const roomId = pick(ownRooms(house, person), where);
    if (roomId === undefined || person === house.owner) return false;
    const { userId } = person;
    await house.owner.try("A removal", (api) => api.rooms.remove.mutate({ roomId, userId }));
    return true;
  },
  "add a member": async (house, person, { where }) => {
    const own = new Set(ownRooms(house, person));
    const others = house.roomIds.filter((id) => !own.has(id));
    const roomId = pick(others, where);
    if (roomId === undefined || person.snapshot === null) return false;
    const userIds = [person.userId];
    await house.owner.try("An addition", (api) => api.rooms.invite.mutate({ roomId, userIds }));
    return true;
  },
};

/** What everyone gets costs two hundred times as much: the lobby is for now and then. */
function roomFor(house: House, person: Person, { where, what }: Step): string | null {
  if (person.snapshot === null) return null;
  const own = ownRooms(house, person);
  return (what % 10 === 0 ? undefined : pick(own, where)) ?? house.lobbyId;
}

function ownRooms({ roomIds }: House, person: Person): string[] {
  const own = new Set(person.snapshot?.rooms.map(({ id }) => id));
  return roomIds.filter((id) => own.has(id));
}

/** Among the latest of a room: what is talked about is what was just said. */
function messageFor(
  person: Person,
  { where, what }: Step,
  isWanted: (message: Message) => boolean,
): Message | null {
  const room = pick(person.snapshot?.rooms ?? [], where);
  if (room === undefined) return null;
  return pick(person.view.messages(room.id).filter(isWanted).slice(-15), what) ?? null;
}

/** Never the same twice; sometimes a mention, so that counts have something to count. */
function bodyOf(person: Person, { what }: Step): string {
  const mention = what % 6 === 0 ? " <!room>" : "";
  return `${person.said.length} by <@${person.userId}>, ${what}${mention}`;
}

function pick<Item>(items: readonly Item[], n: number): Item | undefined {
  return items[n % Math.max(1, items.length)];
}
