import { errorDetails } from "snug/client";
import { trpc, useClient } from "snug/react";
import { useState } from "react";

export function SignIn() {
  const client = useClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const { mutate, error, isPending } = trpc.session.signIn.useMutation({
    onSuccess: () => client.connect(),
  });
  return (
    <form className="sign-in" action={() => mutate({ login, password })}>
      <h1>Sign in</h1>
      <label>
        Username
        <input
          autoComplete="username"
          required
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
      </label>
      <label>
        Password
        <input
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      {error && <p role="alert">{errorDetails(error).message}</p>}
      <button disabled={isPending}>Sign in</button>
    </form>
  );
}
