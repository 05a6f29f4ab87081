import { lazy, Suspense, useEffect, useState } from "react";
import { Redirect, Route, Switch, useLocation, useSearchParams } from "wouter";
import type { SessionState } from "../../shared/session.ts";
import { refreshSession, useSession, wasSignedIn } from "../features/account/session.ts";
import { SignInPage } from "../features/account/SignInPage.tsx";
import { signInPath, signUpPath } from "../paths.ts";
import { preloadable } from "../ui/preloadable.tsx";
import { ownPath } from "./ownPath.ts";
import { Splash } from "./Splash.tsx";
import { Unreachable } from "./Unreachable.tsx";

// Everything but signing in is loaded when it is asked for.
const SetUpPage = lazy(async () => ({
  default: (await import("../features/account/SetUpPage.tsx")).SetUpPage,
}));
const SignUpPage = lazy(async () => ({
  default: (await import("../features/account/SignUpPage.tsx")).SignUpPage,
}));
const JoinPage = lazy(async () => ({
  default: (await import("../features/account/JoinPage.tsx")).JoinPage,
}));
const ResetPage = lazy(async () => ({
  default: (await import("../features/account/ResetPage.tsx")).ResetPage,
}));
const DeviceLinkPage = lazy(async () => ({
  default: (await import("../features/account/DeviceLinkPage.tsx")).DeviceLinkPage,
}));
const WorkspaceRoutes = preloadable(
  async () => (await import("./WorkspaceRoutes.tsx")).WorkspaceRoutes,
);
const Connected = preloadable(async () => (await import("./Connected.tsx")).Connected);

/** Decides by the session what may be shown at all. */
export function Routes() {
  const { data, error } = useSession();
  useEffect(() => {
    // The answer will most likely be what it was.
    if (wasSignedIn()) void preloadWorkspace();
  }, []);
  if (data === null) {
    return error ? <Unreachable error={error} onRetry={refreshSession} /> : <Splash />;
  }
  return (
    <Suspense fallback={<Splash />}>
      {data.workspaceName === null ? <FirstRun /> : <SessionRoutes session={data} />}
    </Suspense>
  );
}

function FirstRun() {
  return (
    <Switch>
      <Route path="/setup">
        <Connected>
          <SetUpPage />
        </Connected>
      </Route>
      <Route>
        <Redirect to="/setup" replace />
      </Route>
    </Switch>
  );
}

function SessionRoutes({ session }: { session: SessionState }) {
  const signedIn = session.me !== null;
  return (
    <Switch>
      <Route path="/sign-in">{signedIn ? <Onward /> : <SignInPage />}</Route>
      <Route path="/setup">
        <Redirect to="/" replace />
      </Route>
      <Route path="/invite/:token">
        {({ token }) => (
          <Connected>
            <JoinPage token={token} />
          </Connected>
        )}
      </Route>
      <Route path="/link/:token">
        {({ token }) => (
          <Connected>
            <ResetPage token={token} />
          </Connected>
        )}
      </Route>
      <Route path="/device/:token">
        {({ token }) => (
          <Connected>
            <DeviceLinkPage token={token} />
          </Connected>
        )}
      </Route>
      <Route path={signUpPath}>
        {signedIn ? (
          <Onward />
        ) : (
          <Connected>
            <SignUpPage />
          </Connected>
        )}
      </Route>
      <Route>{signedIn ? <SignedIn /> : <ToSignIn />}</Route>
    </Switch>
  );
}

/** What is behind the sign-in. Suspense would hold it back for a while after the splash, though it is there. */
function SignedIn() {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    void preloadWorkspace().then(() => setLoaded(true));
  }, []);
  if (!loaded) return <Splash />;
  return (
    <Connected>
      <WorkspaceRoutes />
    </Connected>
  );
}

/** Both at once. Showing what could not be loaded tries again, and says what is wrong. */
async function preloadWorkspace(): Promise<void> {
  await Promise.allSettled([Connected.preload(), WorkspaceRoutes.preload()]);
}

/** Someone who is signed in has nothing to do here. */
function Onward() {
  const [search] = useSearchParams();
  return <Redirect to={ownPath(search.get("next")) ?? "/"} replace />;
}

function ToSignIn() {
  const [path] = useLocation();
  return <Redirect to={signInPath(path + location.search)} replace />;
}
