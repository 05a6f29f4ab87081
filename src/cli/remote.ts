import type { SnugClient } from "../client/index.ts";
import type { BrowsedRoom } from "../shared/rooms.ts";
import { roomNamed as findRoom } from "../shared/roomNamed.ts";
import { CommandError } from "./command.ts";

/** How commands that talk to a server are told which, and who one is: never in an argument, which others see. */
export const remoteUsage = `SNUG_URL is where the server is (http://localhost:3000), SNUG_TOKEN an access token of yours or a bot's.`;

/** A client of the server that the environment names, as whom its token stands for. */
export async function withRemote<Result>(
  work: (client: SnugClient) => Promise<Result>,
): Promise<Result> {
  const url = process.env["SNUG_URL"] || "http://localhost:3000";
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) {
    throw new CommandError(`SNUG_URL is no address: ${url}. It begins with http:// or https://.`);
  }
  const token = process.env["SNUG_TOKEN"];
  if (!token) {
    throw new CommandError(
      "Set SNUG_TOKEN to an access token: Settings → Account in the app makes one.",
    );
  }
  const { createSnugClient, errorDetails } = await import("../client/index.ts");
  try {
    await using client = createSnugClient({ url, token });
    const { me } = await client.api.session.state.query();
    if (me === null) throw new CommandError(`${url} does not know this token, or no longer.`);
    return await work(client);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const { code, message } = errorDetails(error);
    if (code === "INTERNAL") throw error;
    throw new CommandError(code === "UNAVAILABLE" ? `${url}: ${message}` : message);
  }
}

/** By its name, with or without the #, or by its id. */
export async function roomNamed(client: SnugClient, text: string): Promise<BrowsedRoom> {
  const room = findRoom(await client.api.rooms.browse.query({}), text);
  if (room === undefined) throw new CommandError(`There is no room "${text}" that you can see.`);
  return room;
}
