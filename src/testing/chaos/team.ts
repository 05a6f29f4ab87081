import { openWorkspace } from "../../server/main.ts";
import { secretHash } from "../../server/services/secrets.ts";
import { Dice } from "./dice.ts";

export interface Member {
  userId: string;
  /** The `Cookie` header of their session. */
  cookie: string;
}

export interface ChaosTeam {
  /** The first one owns the workspace, and is in every room. */
  members: Member[];
  /** Everyone is in it, and nobody is ever removed. */
  lobbyId: string;
  roomIds: string[];
}

const roomCount = 12;
const roomsEach = 3;

/**
 * A workspace with people, sessions and rooms, made through the durable port: signing up over the API would
 * take minutes of hashing passwords.
 */
export async function makeTeam(
  dataDir: string,
  { people, seed }: { people: number; seed: number },
): Promise<ChaosTeam> {
  await using workspace = await openWorkspace({ env: { DATA_DIR: dataDir } });
  const { store } = workspace;
  const { owner, roomId: lobbyId } = await store.setUpWorkspace({
    workspaceName: "Chaos",
    demo: false,
    owner: personNumber(0),
    room: { name: "lobby", topic: "", welcome: "" },
  });
  const others = await Promise.all(
    Array.from({ length: people - 1 }, (_, n) => store.createUser(personNumber(n + 1), null)),
  );
  const userIds = [owner, ...others].map(({ id }) => id);
  await Promise.all(
    userIds.map((userId, n) =>
      store.createSession({
        userId,
        tokenHash: secretHash(tokenOf(n)),
        userAgent: "chaos",
        expiresAt: new Date(Date.now() + sessionMs).toISOString(),
      }),
    ),
  );
  const dice = new Dice(seed);
  const rooms = Array.from({ length: roomCount }, (): string[] => []);
  for (const userId of userIds) {
    for (let n = 0; n < roomsEach; n++) rooms[dice.below(roomCount)]?.push(userId);
  }
  const roomIds: string[] = [];
  for (const [n, members] of rooms.entries()) {
    const { id } = await store.createRoom({
      kind: n % 3 === 0 ? "public" : "private",
      name: `room ${n}`,
      topic: "",
      createdBy: owner.id,
      userIds: [...new Set(members)],
    });
    roomIds.push(id);
  }
  const members = userIds.map((userId, n) => ({ userId, cookie: `snug_session=${tokenOf(n)}` }));
  return { members, lobbyId, roomIds };
}

/** Longer than any clock jumps. */
const sessionMs = 10 * 365 * 86_400_000;

function tokenOf(n: number): string {
  return `chaos-session-${n}`;
}

function personNumber(n: number) {
  return {
    username: `person${n}`,
    displayName: `Person ${n}`,
    email: null,
    passwordHash: null,
    role: n === 0 ? ("owner" as const) : ("member" as const),
  };
}
