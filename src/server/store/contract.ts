import { describe } from "vitest";
import { describeAvatars } from "./contract/avatars.ts";
import { describeBotCommands } from "./contract/botCommands.ts";
import { describeBots } from "./contract/bots.ts";
import { describeEmoji } from "./contract/emoji.ts";
import { describeDrafts } from "./contract/drafts.ts";
import { describeFiles } from "./contract/files.ts";
import { describeHistory } from "./contract/history.ts";
import { describeImports } from "./contract/imports.ts";
import { describeIncomingWebhooks } from "./contract/incomingWebhooks.ts";
import { describeLog } from "./contract/log.ts";
import { describeMembers } from "./contract/members.ts";
import { describeMessages } from "./contract/messages.ts";
import { describePins } from "./contract/pins.ts";
import { describeOutgoingWebhooks } from "./contract/outgoingWebhooks.ts";
import { describeReadMarks } from "./contract/readMarks.ts";
import { describeRooms } from "./contract/rooms.ts";
import { describeSaved } from "./contract/saved.ts";
import { describeSearch } from "./contract/search.ts";
import { describeSessions } from "./contract/sessions.ts";
import type { Open } from "./contract/team.ts";
import { describeThreads } from "./contract/threads.ts";
import { describeTokens } from "./contract/tokens.ts";
import { describeThreadFollows } from "./contract/threadFollows.ts";
import { describeUsers } from "./contract/users.ts";
import { describeVersions } from "./contract/versions.ts";
import { describeWorkspace } from "./contract/workspace.ts";

/** What every implementation of the durable port does. `open` makes an empty store each time. */
export function describeStore(name: string, open: Open): void {
  describe(`the store in ${name}`, () => {
    describeLog(open);
    describeWorkspace(open);
    describeUsers(open);
    describeAvatars(open);
    describeSessions(open);
    describeTokens(open);
    describeBots(open);
    describeBotCommands(open);
    describeIncomingWebhooks(open);
    describeOutgoingWebhooks(open);
    describeRooms(open);
    describeMembers(open);
    describeReadMarks(open);
    describeMessages(open);
    describeVersions(open);
    describePins(open);
    describeSaved(open);
    describeThreads(open);
    describeThreadFollows(open);
    describeDrafts(open);
    describeHistory(open);
    describeSearch(open);
    describeImports(open);
    describeFiles(open);
    describeEmoji(open);
  });
}
