import type { Store } from "../port.ts";
import type { Database, DatabaseOptions } from "./database.ts";
import { openDatabase, readAtOnce } from "./database.ts";
import type { Disk } from "./disk.ts";
import { BackgroundDisk, commitsSync } from "./disk.ts";
import { newEpoch } from "./epoch.ts";
import { asFailure } from "./failures.ts";
import { migrate } from "./migrate.ts";
import { avatar } from "./reads/avatars.ts";
import { commandsIn } from "./reads/botCommands.ts";
import { bot, bots } from "./reads/bots.ts";
import { emojiImage, emojiNamed } from "./reads/emoji.ts";
import { fileFor, roomFiles, usedBlobs } from "./reads/files.ts";
import { firstMessageSince, history, thread } from "./reads/history.ts";
import {
  incomingWebhook,
  incomingWebhookBySecret,
  incomingWebhooksOf,
} from "./reads/incomingWebhooks.ts";
import { inviteByToken, invites, oneTimeLinkUser } from "./reads/links.ts";
import { allMemberships, eventsAfter, eventsFor, logState } from "./reads/log.ts";
import { message } from "./reads/messages.ts";
import { pins } from "./reads/pins.ts";
import { deliveriesOf, dueDeliveries, outgoingWebhooks } from "./reads/outgoingWebhooks.ts";
import { allRooms, browseRooms, joinedRoom, memberRole, members, room } from "./reads/rooms.ts";
import { savedMessages } from "./reads/saved.ts";
import { search } from "./reads/search.ts";
import { sessionByTokenHash, sessionsOf } from "./reads/sessions.ts";
import { snapshot } from "./reads/snapshot.ts";
import { tokenByHash, tokensOf } from "./reads/tokens.ts";
import { followedThreads, threadFollow, unreadThreads } from "./reads/threads.ts";
import { accounts, chosenPresence, credentials, credentialsOf, user } from "./reads/users.ts";
import { messageVersions } from "./reads/versions.ts";
import { workspace } from "./reads/workspace.ts";
import type { Write } from "./writer.ts";
import { Writer } from "./writer.ts";
import { setAvatar } from "./writes/avatars.ts";
import { answerCommand, invokeCommand, setBotCommands } from "./writes/botCommands.ts";
import { createBot } from "./writes/bots.ts";
import {
  createIncomingWebhook,
  deleteIncomingWebhook,
  rotateIncomingWebhook,
  touchIncomingWebhook,
} from "./writes/incomingWebhooks.ts";
import { saveDraft } from "./writes/drafts.ts";
import { addUpload, expireUploads, removeUpload } from "./writes/files.ts";
import { addEmoji, removeEmoji } from "./writes/emoji.ts";
import {
  importFile,
  importMessages,
  importRoom,
  importUser,
  markImported,
} from "./writes/imports.ts";
import { createInvite, revokeInvite } from "./writes/invites.ts";
import { pruneLog } from "./writes/log.ts";
import { addMembers, removeMember, setMemberRole, setPreferences } from "./writes/members.ts";
import { appendMessage, deleteMessage, editMessage } from "./writes/messages.ts";
import { createOneTimeLink, useOneTimeLink } from "./writes/oneTimeLinks.ts";
import { setPin } from "./writes/pins.ts";
import {
  createOutgoingWebhook,
  deleteOutgoingWebhook,
  forgetDeliveries,
  queueDeliveries,
  redeliver,
  settleDelivery,
} from "./writes/outgoingWebhooks.ts";
import { setReaction } from "./writes/reactions.ts";
import { markRead } from "./writes/readMarks.ts";
import { archiveRoom, createRoom, deleteRoom, openDirect, updateRoom } from "./writes/rooms.ts";
import { setSaved } from "./writes/saved.ts";
import { createSession, revokeSession, touchSession } from "./writes/sessions.ts";
import { endStatuses, setPresence } from "./writes/statuses.ts";
import { createToken, revokeToken, touchToken } from "./writes/tokens.ts";
import { followThread, markThreadRead } from "./writes/threadFollows.ts";
import {
  createUser,
  setAccountStatus,
  setEmail,
  setPassword,
  setRole,
  updateProfile,
} from "./writes/users.ts";
import { setUpWorkspace, updateWorkspace } from "./writes/workspace.ts";

/** Opens the store in `file`, which is made when it is missing and brought to the newest schema. */
export function openSqliteStore(options: DatabaseOptions): Store {
  const db = openDatabase(options);
  try {
    migrate(db);
    startLog(db);
  } catch (error) {
    db.connection.close();
    throw asFailure(error);
  }
  const disk = options.sync === "background" ? new BackgroundDisk(options.file) : commitsSync;
  return storeOn(db, disk);
}

function storeOn(db: Database, disk: Disk): Store {
  const writer = new Writer(db, disk);
  const redeliverListeners = new Set<() => void>();

  /** What is answered is durable, as if it had been read from the disk. */
  async function read<Result>(query: () => Result): Promise<Result> {
    try {
      const result = readAtOnce(db, query);
      await writer.synced();
      return result;
    } catch (error) {
      throw asFailure(error);
    }
  }
  function write<Args, Result>(change: Write<Args, Result>, args: Args): Promise<Result> {
    return writer.run(change, args);
  }

  return {
    logState: () => read(() => logState(db)),
    onCommit: (listener) => writer.onCommit(listener),
    eventsAfter: (seq, limit) => read(() => eventsAfter(db, seq, limit)),
    eventsFor: (userId, after, limit) => read(() => eventsFor(db, { userId, after, limit })),
    snapshot: (userId) => read(() => snapshot(db, userId)),
    memberships: () => read(() => allMemberships(db)),
    pruneLog: (seq) => write(pruneLog, seq),

    workspace: () => read(() => workspace(db)),
    setUpWorkspace: (setUp) => write(setUpWorkspace, setUp),
    updateWorkspace: (update) => write(updateWorkspace, update),

    user: (userId) => read(() => user(db, userId)),
    credentials: (login) => read(() => credentials(db, login)),
    credentialsOf: (userId) => read(() => credentialsOf(db, userId)),
    accounts: () => read(() => accounts(db)),
    createUser: (newUser, inviteToken) => write(createUser, { user: newUser, inviteToken }),
    updateProfile: (userId, update) => write(updateProfile, { userId, update }),
    setAvatar: (userId, picture) => write(setAvatar, { userId, picture }),
    avatar: (id) => read(() => avatar(db, id)),
    setEmail: (userId, email) => write(setEmail, { userId, email }),
    setRole: (userId, role) => write(setRole, { userId, role }),
    setAccountStatus: (userId, status) => write(setAccountStatus, { userId, status }),
    setPassword: (userId, passwordHash, keepSessionId) =>
      write(setPassword, { userId, passwordHash, keepSessionId }),

    setPresence: (userId, presence) => write(setPresence, { userId, presence }),
    chosenPresence: () => read(() => chosenPresence(db)),
    endStatuses: (now) => write(endStatuses, now),

    createSession: (session) => write(createSession, session),
    sessionByTokenHash: (tokenHash) => read(() => sessionByTokenHash(db, tokenHash)),
    touchSession: (sessionId, expiresAt) => write(touchSession, { sessionId, expiresAt }),
    sessionsOf: (userId) => read(() => sessionsOf(db, userId)),
    revokeSession: (userId, sessionId) => write(revokeSession, { userId, sessionId }),

    createToken: (token) => write(createToken, token),
    tokenByHash: (tokenHash) => read(() => tokenByHash(db, tokenHash)),
    touchToken: (tokenId) => write(touchToken, tokenId),
    tokensOf: (userId) => read(() => tokensOf(db, userId)),
    revokeToken: (userId, tokenId) => write(revokeToken, { userId, tokenId }),

    createBot: (newBot) => write(createBot, newBot),
    bots: () => read(() => bots(db)),
    bot: (userId) => read(() => bot(db, userId)),
    setBotCommands: (botId, commands) => write(setBotCommands, { botId, commands }),
    commandsIn: (roomId) => read(() => commandsIn(db, roomId)),
    invokeCommand: (userId, command) => write(invokeCommand, { userId, ...command }),
    answerCommand: (botId, answer) => write(answerCommand, { botId, ...answer }),

    createIncomingWebhook: (webhook) => write(createIncomingWebhook, webhook),
    incomingWebhooksOf: (roomId) => read(() => incomingWebhooksOf(db, roomId)),
    incomingWebhook: (webhookId) => read(() => incomingWebhook(db, webhookId)),
    incomingWebhookBySecret: (hash) => read(() => incomingWebhookBySecret(db, hash)),
    touchIncomingWebhook: (webhookId) => write(touchIncomingWebhook, webhookId),
    rotateIncomingWebhook: (webhookId, secretHash) =>
      write(rotateIncomingWebhook, { webhookId, secretHash }),
    deleteIncomingWebhook: (webhookId) => write(deleteIncomingWebhook, webhookId),

    createOutgoingWebhook: (webhook) => write(createOutgoingWebhook, webhook),
    outgoingWebhooks: () => read(() => outgoingWebhooks(db)),
    deleteOutgoingWebhook: (webhookId) => write(deleteOutgoingWebhook, webhookId),
    queueDeliveries: () => write(queueDeliveries, null),
    dueDeliveries: (now, limit) => read(() => dueDeliveries(db, now, limit)),
    settleDelivery: (attempt) => write(settleDelivery, attempt),
    deliveriesOf: (webhookId, limit) => read(() => deliveriesOf(db, webhookId, limit)),
    redeliver: async (webhookId, deliveryId) => {
      await write(redeliver, { webhookId, deliveryId });
      for (const listener of redeliverListeners) listener();
    },
    onRedeliver: (listener) => {
      redeliverListeners.add(listener);
      return () => redeliverListeners.delete(listener);
    },
    forgetDeliveries: (before) => write(forgetDeliveries, before),

    createInvite: (invite) => write(createInvite, invite),
    invites: () => read(() => invites(db)),
    inviteByToken: (token) => read(() => inviteByToken(db, token)),
    revokeInvite: (inviteId) => write(revokeInvite, inviteId),
    createOneTimeLink: (userId, tokenHash, expiresAt) =>
      write(createOneTimeLink, { userId, tokenHash, expiresAt }),
    oneTimeLinkUser: (tokenHash) => read(() => oneTimeLinkUser(db, tokenHash)),
    useOneTimeLink: (tokenHash, passwordHash) => write(useOneTimeLink, { tokenHash, passwordHash }),

    room: (userId, roomId, scope) => read(() => room(db, { userId, roomId, scope })),
    memberRole: (userId, roomId) => read(() => memberRole(db, userId, roomId)),
    browseRooms: (userId, archived) => read(() => browseRooms(db, userId, archived)),
    members: (roomId) => read(() => members(db, roomId)),
    allRooms: () => read(() => allRooms(db)),
    joinedRoom: (userId, roomId) => read(() => joinedRoom(db, userId, roomId)),
    createRoom: (newRoom) => write(createRoom, newRoom),
    openDirect: (openedBy, userIds) => write(openDirect, { openedBy, userIds }),
    addMembers: (roomId, userIds) => write(addMembers, { roomId, userIds }),
    removeMember: (roomId, userId, reason) => write(removeMember, { roomId, userId, reason }),
    setMemberRole: (roomId, userId, role) => write(setMemberRole, { roomId, userId, role }),
    setPreferences: (userId, roomId, update) => write(setPreferences, { userId, roomId, update }),
    updateRoom: (roomId, update) => write(updateRoom, { roomId, update }),
    archiveRoom: (roomId, archived) => write(archiveRoom, { roomId, archived }),
    deleteRoom: (roomId) => write(deleteRoom, roomId),
    markRead: (userId, roomId, seq, backwards) =>
      write(markRead, { userId, roomId, seq, backwards }),

    appendMessage: (newMessage) => write(appendMessage, newMessage),
    message: (userId, messageId) => read(() => message(db, userId, messageId)),
    editMessage: (userId, messageId, body) => write(editMessage, { userId, messageId, body }),
    deleteMessage: (userId, messageId) => write(deleteMessage, { userId, messageId }),
    setReaction: (userId, messageId, emoji, on) =>
      write(setReaction, { userId, messageId, emoji, on }),
    messageVersions: (messageId, limit) => read(() => messageVersions(db, { messageId, limit })),
    setPin: (userId, messageId, on) => write(setPin, { userId, messageId, on }),
    pins: (roomId) => read(() => pins(db, roomId)),
    setSaved: (userId, messageId, on) => write(setSaved, { userId, messageId, on }),
    savedMessages: (userId, before, limit) =>
      read(() => savedMessages(db, { userId, before, limit })),
    firstMessageSince: (roomId, time) => read(() => firstMessageSince(db, { roomId, time })),
    addEmoji: (emoji) => write(addEmoji, emoji),
    emojiNamed: (name) => read(() => emojiNamed(db, name)),
    emojiImage: (id) => read(() => emojiImage(db, id)),
    removeEmoji: (name) => write(removeEmoji, name),

    history: (roomId, position, limit) => read(() => history(db, roomId, { position, limit })),
    thread: (rootId, position, limit) => read(() => thread(db, rootId, { position, limit })),
    search: (userId, asked) => read(() => search(db, { userId, search: asked })),

    threadFollow: (userId, rootId) => read(() => threadFollow(db, userId, rootId)),
    followedThreads: (userId, before, limit) =>
      read(() => followedThreads(db, { userId, before, limit })),
    unreadThreads: (userId, limit) => read(() => unreadThreads(db, userId, limit)),
    followThread: (userId, rootId, following) => write(followThread, { userId, rootId, following }),
    markThreadRead: (userId, rootId, seq) => write(markThreadRead, { userId, rootId, seq }),

    saveDraft: (userId, draft) => write(saveDraft, { userId, draft }),

    addUpload: (upload) => write(addUpload, upload),
    removeUpload: (userId, fileId) => write(removeUpload, { userId, fileId }),
    expireUploads: (before) => write(expireUploads, before),
    fileFor: (userId, fileId) => read(() => fileFor(db, userId, fileId)),
    roomFiles: (roomId, before, limit) => read(() => roomFiles(db, { roomId, before, limit })),
    usedBlobs: (hashes) => read(() => usedBlobs(db, hashes)),

    importUser: (imported) => write(importUser, imported),
    importRoom: (imported) => write(importRoom, imported),
    importMessages: (imported) => write(importMessages, imported),
    markImported: (roomIds) => write(markImported, roomIds),
    importFile: (file) => write(importFile, file),

    async [Symbol.asyncDispose]() {
      await writer.close();
      if (db.connection.open) db.connection.close();
    },
  };
}

/** The epoch is drawn once per file. */
function startLog(db: Database): void {
  db.prepare<[string]>(
    "INSERT OR IGNORE INTO log (id, epoch, head, oldest) VALUES (1, ?, 0, 0)",
  ).run(newEpoch());
}
