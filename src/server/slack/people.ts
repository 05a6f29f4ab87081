import { limits } from "../../shared/limits.ts";
import { usernameFrom } from "../../shared/usernameFrom.ts";
import { emailSchema, timeZoneSchema } from "../../shared/users.ts";
import type { Role } from "../../shared/users.ts";
import type { Imports } from "../store/port.ts";
import { slackbot } from "./authors.ts";
import type { SlackExport } from "./export.ts";
import type { Named } from "./mrkdwn.ts";
import type { SlackMessage, SlackUser } from "./records.ts";
import type { Tally } from "./summary.ts";
import type { Survey } from "./survey.ts";

type ImportedUser = Parameters<Imports["importUser"]>[0];

export interface People {
  /** By Slack's id of a user or bot. */
  ids: Map<string, Named>;
  bots: number;
  /** Ours, of users that were not here before. */
  created: Set<string>;
  /** Those of them who may sign in and are no guests. */
  arrivals: string[];
}

/** Everyone who is or was in the workspace, wrote or reacted. */
export async function importPeople(
  {
    slack,
    found,
    changed,
    leftOut,
  }: {
    slack: SlackExport;
    found: Survey;
    changed: Tally;
    leftOut: Tally;
  },
  imports: Imports,
): Promise<People> {
  const people: People = { ids: new Map(), bots: 0, created: new Set(), arrivals: [] };
  const linked = new Set<string>();

  for (const user of slack.users) {
    const botId = user.profile?.bot_id;
    const isBotSeen = botId !== undefined && found.bots.has(botId);
    const isSeen = found.people.has(user.id) || found.mentioned.has(user.id) || isBotSeen;
    if (!isSeen && (user.deleted || user.is_bot)) {
      leftOut.add(user.is_bot ? "bots without messages" : "deactivated people without messages");
      continue;
    }
    const named = await add(user.id, fromRecord(user, slack.team));
    if (botId === undefined) continue;
    linked.add(botId);
    people.ids.set(botId, named);
  }
  for (const [id, profile] of found.people) {
    if (people.ids.has(id)) continue;
    await add(id, id === slackbot ? slackbotUser(slack.team) : stranger(id, profile, slack.team));
    if (id !== slackbot)
      changed.add("people whom users.json does not list: deactivated users here");
  }
  for (const [id, name] of found.bots) {
    if (linked.has(id)) continue;
    await add(id, { ...account(`bot:${id}`, name, slack.team), role: "bot" });
  }
  return people;

  async function add(slackId: string, user: ImportedUser): Promise<Named> {
    const { userId, created } = await imports.importUser(user);
    const named = { id: userId, name: user.displayName };
    people.ids.set(slackId, named);
    if (created) people.created.add(userId);
    if (created && user.status === "active" && user.role === "member") people.arrivals.push(userId);
    if (user.role === "bot") people.bots += 1;
    return named;
  }
}

/** Owners and admins come as members: who may run things here is not the archive's to say. */
function fromRecord(user: SlackUser, team: string): ImportedUser {
  const { id, name = id, profile, real_name, deleted, is_bot, tz } = user;
  // Slack fills in the username where someone chose no other name to be shown by.
  const chosen = profile?.display_name === name ? undefined : profile?.display_name;
  const displayName = chosen || profile?.real_name || real_name || name;
  return {
    ...account(id, name, team),
    displayName: displayName.trim().slice(0, limits.displayName) || name,
    email: emailSchema.safeParse(profile?.email).data ?? null,
    role: is_bot || id === slackbot ? "bot" : roleOf(user),
    status: deleted ? "deactivated" : "active",
    bio: (profile?.title ?? "").trim().slice(0, limits.bio),
    timeZone: timeZoneSchema.safeParse(tz).data ?? null,
  };
}

function roleOf({ is_restricted, is_ultra_restricted }: SlackUser): Role {
  return is_restricted || is_ultra_restricted ? "guest" : "member";
}

/** From another workspace, or of a list that is not whole: only what their messages tell is known. */
function stranger(id: string, profile: SlackMessage["user_profile"], team: string): ImportedUser {
  const name = profile?.display_name || profile?.real_name || profile?.name || id;
  return { ...account(id, name, team), status: "deactivated" };
}

function slackbotUser(team: string): ImportedUser {
  return { ...account(slackbot, "Slackbot", team), role: "bot" };
}

function account(id: string, name: string, team: string): ImportedUser {
  return {
    key: `slack:${team}:${id}`,
    // The store puts a number behind one that is taken.
    username: usernameFrom(name, usernameFrom(`user-${id}`, "user")),
    displayName: name.trim().slice(0, limits.displayName) || id,
    email: null,
    passwordHash: null,
    role: "member",
    status: "active",
    bio: "",
    timeZone: null,
  };
}
