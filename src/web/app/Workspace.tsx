import { lazy, Suspense, useCallback, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useKeptAnswers } from "../features/commands/answers.ts";
import { useNotifier } from "../features/notifications/useNotifier.ts";
import { emojiPath, roomIn, savedPath, threadsPath } from "../paths.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Home } from "./Home.tsx";
import type { OpenProfile } from "./openProfile.ts";
import { NotFound } from "./NotFound.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";
import { RoomPage } from "./RoomPage.tsx";
import { roomViewOf } from "./roomView.ts";
import { RoomName } from "./RoomName.tsx";
import { SearchSide } from "./SearchSide.tsx";
import { Shell } from "./Shell.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { useOpenSearch, useSearchText } from "./useSearchText.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { useUnreadBadge } from "./useUnreadBadge.ts";
import { WorkspaceDialogs } from "./WorkspaceDialogs.tsx";
import type { DialogName } from "./WorkspaceDialogs.tsx";

const SettingsPage = lazy(async () => ({
  default: (await import("../features/account/SettingsPage.tsx")).SettingsPage,
}));
const NotificationSettings = lazy(async () => ({
  default: (await import("../features/notifications/NotificationSettings.tsx"))
    .NotificationSettings,
}));
const AdminPage = lazy(async () => ({
  default: (await import("../features/admin/AdminPage.tsx")).AdminPage,
}));
const BrowsePage = lazy(async () => ({
  default: (await import("../features/rooms/BrowsePage.tsx")).BrowsePage,
}));
const ThreadsPage = lazy(async () => ({
  default: (await import("../features/messages/thread/ThreadsPage.tsx")).ThreadsPage,
}));
const SavedMessages = lazy(async () => ({
  default: (await import("./SavedMessages.tsx")).SavedMessages,
}));
const EmojiPage = lazy(async () => ({
  default: (await import("../features/emoji/EmojiPage.tsx")).EmojiPage,
}));
const ProfilePopover = lazy(async () => ({
  default: (await import("../features/people/ProfilePopover.tsx")).ProfilePopover,
}));

interface Profile {
  userId: string;
  anchor: Element;
  onMention: (() => void) | undefined;
}

/** The three panes, and what opens over them. */
export function Workspace() {
  const [path] = useLocation();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [profile, setProfile] = useState<Profile | null>(null);
  const openProfile: OpenProfile = useCallback(
    (userId, anchor, onMention) => setProfile({ userId, anchor, onMention }),
    [],
  );
  const searchText = useSearchText();
  const { openSearch, times } = useOpenSearch();
  useShortcuts(setDialog, openSearch);
  useUnreadBadge();
  useKeptAnswers();
  const currentId = roomIn(path);
  const offersNotifications = useNotifier(currentId);

  return (
    <>
      <Shell
        atHome={path === "/" && searchText === null}
        sidebar={
          <Sidebar
            currentId={currentId}
            atHome={path === "/"}
            offersNotifications={offersNotifications}
            onOpen={setDialog}
          />
        }
        aside={
          searchText !== null && (
            <SearchSide text={searchText} roomId={currentId} focusKey={times} />
          )
        }
      >
        <ErrorBoundary resetKey={path}>
          <Suspense fallback={<PageSkeleton />}>
            <Switch>
              <Route path="/">
                <Home onNewDirect={() => setDialog("newDirect")} />
              </Route>
              <Route path="/rooms/:roomId/*?">
                {({ roomId, "*": rest }) => {
                  const shown = roomViewOf(rest);
                  if (!shown) return <NotFound />;
                  return (
                    <RoomPage key={roomId} roomId={roomId} view={shown} openProfile={openProfile} />
                  );
                }}
              </Route>
              <Route path={savedPath}>
                <SavedMessages openProfile={openProfile} />
              </Route>
              <Route path={emojiPath}>
                <EmojiPage />
              </Route>
              <Route path="/browse/:tab?">
                {({ tab }) => <BrowsePage tab={tab} onCreateRoom={() => setDialog("createRoom")} />}
              </Route>
              <Route path={threadsPath}>
                <ThreadsPage renderRoom={(room) => <RoomName room={room} />} />
              </Route>
              <Route path="/settings/:tab?">
                {({ tab }) => <SettingsPage tab={tab} notifications={<NotificationSettings />} />}
              </Route>
              <Route path="/admin/:tab?">{({ tab }) => <AdminPage tab={tab} />}</Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
      {/* Beside the panes: on a phone, those that one does not look at are not drawn. */}
      <Suspense>
        {dialog && (
          <WorkspaceDialogs
            name={dialog}
            onSearch={openSearch}
            onOpen={setDialog}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
      <Suspense>
        {profile && <ProfilePopover {...profile} onClose={() => setProfile(null)} />}
      </Suspense>
    </>
  );
}
