/** Tells password managers whose password a form without a username is about. */
export function PasswordOwner({ username }: { username: string }) {
  return <input type="text" autoComplete="username" value={username} readOnly hidden />;
}
