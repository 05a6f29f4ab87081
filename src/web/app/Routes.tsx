import { lazy, Suspense } from "react";
import { Redirect, Route, Switch, useLocation, useSearchParams } from "wouter";
import { errorDetails } from "../../client/index.ts";
import { trpc } from "../../react/index.ts";
import type { SessionState } from "../../shared/session.ts";
import { SignInPage } from "../features/account/SignInPage.tsx";
import { signInPath, signUpPath } from "../paths.ts";
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
const WorkspaceRoutes = lazy(async () => ({
  default: (await import("./WorkspaceRoutes.tsx")).WorkspaceRoutes,
}));

/** Decides by the session what may be shown at all. */
export function Routes() {
  const session = trpc.session.state.useQuery(undefined, { staleTime: Infinity });
  if (session.data) {
    return (
      <Suspense fallback={<Splash />}>
        <SessionRoutes session={session.data} />
      </Suspense>
    );
  }
  if (session.error && errorDetails(session.error).code !== "UNAVAILABLE") {
    return <Unreachable error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.failureCount > 0) {
    return <Unreachable error={session.failureReason} onRetry={() => void session.refetch()} />;
  }
  return <Splash />;
}

function SessionRoutes({ session }: { session: SessionState }) {
  const signedIn = session.me !== null;
  if (session.workspaceName === null) {
    return (
      <Switch>
        <Route path="/setup">
          <SetUpPage />
        </Route>
        <Route>
          <Redirect to="/setup" replace />
        </Route>
      </Switch>
    );
  }
  return (
    <Switch>
      <Route path="/invite/:token">{({ token }) => <JoinPage token={token} />}</Route>
      <Route path="/link/:token">{({ token }) => <ResetPage token={token} />}</Route>
      <Route path="/setup">
        <Redirect to="/" replace />
      </Route>
      <Route path={signUpPath}>{signedIn ? <Onward /> : <SignUpPage />}</Route>
      <Route path="/sign-in">{signedIn ? <Onward /> : <SignInPage />}</Route>
      <Route>{signedIn ? <WorkspaceRoutes /> : <ToSignIn />}</Route>
    </Switch>
  );
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
