import { SnugError } from "../shared/errors.ts";
import type { Message } from "../shared/messages.ts";
import type { Role } from "../shared/users.ts";
import type { Store } from "../server/store/port.ts";

/** Who does what where: the numbers choose among whoever and whatever there is by then. */
export interface Choice {
  who: number;
  where: number;
  what: number;
  flag: boolean;
}

/** A workspace to which random things happen, and what is known of it from outside. */
export class RandomTeam {
  readonly store: Store;
  readonly userIds: string[] = [];
  readonly roomIds: string[] = [];
  readonly messages: Message[] = [];
  #count = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** An owner, three members, a guest, and a room besides the first one. */
  async setUp(): Promise<void> {
    const { owner, roomId } = await this.store.setUpWorkspace({
      workspaceName: "Random",
      demo: false,
      owner: this.newUser("owner"),
      room: { name: "Lobby", topic: "", welcome: "Welcome!" },
    });
    this.userIds.push(owner.id);
    this.roomIds.push(roomId);
    for (const role of ["member", "member", "member", "guest"] as const) {
      this.userIds.push((await this.store.createUser(this.newUser(role), null)).id);
    }
    await this.createRoom({ who: 0, where: 0, what: 1, flag: true });
  }

  /** Never the same twice. */
  unique(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  newUser(role: Role) {
    const username = this.unique("user");
    return { username, displayName: username, email: null, passwordHash: null, role };
  }

  user(n: number): string {
    return pick(this.userIds, n);
  }

  room(n: number): string {
    return pick(this.roomIds, n);
  }

  /** Among the latest: what is talked about is what was just said. */
  message(n: number): Message {
    return pick(this.messages.slice(-12), n);
  }

  /** Some words with some mentions, the author's own among them. */
  body(n: number): string {
    const parts = ["hello", `<@${this.user(n >> 3)}>`, "<!room>", `<@${this.user(n >> 5)}>`];
    return parts.filter((_, bit) => bit === 0 || (n >> bit) % 3 === 0).join(" ") + ` ${n % 7}`;
  }

  async upload(choice: Choice, roomId: string): Promise<string> {
    const { id } = await this.store.addUpload({
      name: this.unique("file"),
      type: "image/png",
      size: 9,
      sha256: "5ha",
      width: 3,
      height: 4,
      uploadedBy: this.user(choice.who),
      roomId,
    });
    return id;
  }

  async send(choice: Choice, threadRootId: string | null, roomId: string): Promise<void> {
    const message = {
      authorId: this.user(choice.who),
      roomId,
      clientId: this.unique("client"),
      body: this.body(choice.what),
      threadRootId,
      quotedId: choice.what % 5 === 0 ? (this.messages.at(-1)?.id ?? null) : null,
      attachmentIds: choice.what % 4 === 0 ? [await this.upload(choice, roomId)] : [],
    };
    this.messages.push(await this.store.appendMessage(message));
    if (choice.flag) await this.store.appendMessage(message);
  }

  async createRoom({ who, what, flag }: Choice): Promise<void> {
    const { id } = await this.store.createRoom({
      kind: flag ? "public" : "private",
      name: this.unique("Room "),
      topic: "",
      createdBy: this.user(who),
      userIds: [this.user(what), this.user(what + 1)],
    });
    this.roomIds.push(id);
  }
}

export function pick<Item>(items: readonly Item[], n: number): Item {
  const item = items[n % items.length];
  if (item === undefined) throw new SnugError("NOT_FOUND", "There is nothing to choose from.");
  return item;
}
