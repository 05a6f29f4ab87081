/** Headless React hooks on the client. The query cache is the only cache. */
export { useSetAvatar } from "./avatar.ts";
export { useClient } from "./clientContext.ts";
export { useConnection, usePresence, useTyping } from "./live.ts";
export { useDelete, useEdit } from "./edits.ts";
export { useRemoteDraft } from "./drafts.ts";
export type { RemoteDraft } from "./drafts.ts";
export { useMarkRead } from "./markRead.ts";
export { useIsSaved, useMessage, useThreadRoot } from "./message.ts";
export { useOutbox, useSend } from "./outbox.ts";
export { usePins } from "./pins.ts";
export type { Pins } from "./pins.ts";
export { createSnugQueryClient } from "./queryClient.ts";
export { useSavedMessages } from "./saved.ts";
export type { SavedMessages } from "./saved.ts";
export { useSearch } from "./search.ts";
export type { FoundMessages } from "./search.ts";
export {
  useCustomEmoji,
  useMe,
  useRoom,
  useRooms,
  useSnapshot,
  useUser,
  useUsers,
  useWorkspace,
} from "./snapshot.ts";
export { useCustomStatus } from "./status.ts";
export { SnugProvider } from "./SnugProvider.tsx";
export type { SnugProviderProps } from "./SnugProvider.tsx";
export {
  useFollowedThreads,
  useMarkThreadRead,
  useThreadFollow,
  useUnreadThreadIds,
} from "./threads.ts";
export type { FollowedThreads } from "./threads.ts";
export type { Upload, UploadTray } from "./uploadTray.ts";
export { useUploads, useUploadTray } from "./uploads.ts";
export { useThread, useTimeline } from "./timeline.ts";
export type { Timeline } from "./timeline.ts";
export type { TimelineItem } from "./timelineItems.ts";
export { useFollow, usePin, useReact, useSave, useSetPreferences } from "./toggles.ts";
export { trpc } from "./trpc.ts";
