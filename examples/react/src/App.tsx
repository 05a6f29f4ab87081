import { useClient, useConnection, useSnapshot } from "snug/react";
import { useEffect } from "react";

import { Rooms } from "./Rooms.tsx";
import { SignIn } from "./SignIn.tsx";

export function App() {
  const client = useClient();
  const { status } = useConnection();
  const snapshot = useSnapshot();
  useEffect(() => {
    // It rejects where nobody is signed in, which `status` tells as well.
    client.connect().catch(() => undefined);
  }, [client]);

  if (status === "signed-out") return <SignIn />;
  if (snapshot === undefined) return <p role="status">Connecting…</p>;
  return (
    <>
      {status === "reconnecting" && <p role="status">Reconnecting. What you send will be sent.</p>}
      <Rooms />
    </>
  );
}
