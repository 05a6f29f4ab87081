import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { OpenWorkspace } from "../server/main.ts";
import { openWorkspace } from "../server/main.ts";

export interface TestWorkspace extends OpenWorkspace {
  ownerId: string;
  firstRoomId: string;
  env: NodeJS.ProcessEnv;
}

/** Data that nobody serves, in a folder that goes with it, where `olivia` has set up a workspace. */
export async function testWorkspace(): Promise<TestWorkspace> {
  const dataDir = await mkdtemp(join(tmpdir(), "snug-test-"));
  const env = { DATA_DIR: dataDir, PUBLIC_URL: "https://snug.test" };
  const workspace = await openWorkspace({ env });
  const { owner, roomId } = await workspace.store.setUpWorkspace({
    workspaceName: "Test house",
    demo: false,
    owner: {
      username: "olivia",
      displayName: "Olivia",
      email: "olivia@example.org",
      passwordHash: null,
      role: "owner",
    },
    room: { name: "lobby", topic: "", welcome: "" },
  });
  return {
    ...workspace,
    ownerId: owner.id,
    firstRoomId: roomId,
    env,
    async [Symbol.asyncDispose]() {
      await workspace[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
