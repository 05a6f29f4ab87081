import { LogOut } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AccessTokens } from "./AccessTokens.tsx";
import { ChangeEmail } from "./ChangeEmail.tsx";
import { ChangePassword } from "./ChangePassword.tsx";
import { DeviceList } from "./DeviceList.tsx";
import { useSignOut } from "./useSignOut.ts";

/** How one signs in, and where one is signed in. */
export function AccountSettings() {
  const signOut = useSignOut();
  return (
    <>
      <ChangeEmail />
      <ChangePassword />
      <DeviceList />
      <AccessTokens />
      <Section title="Sign out" hint="Of this device only.">
        <Stack narrow>
          <div>
            <Button icon={<LogOut />} busy={signOut.isPending} onClick={() => signOut.mutate()}>
              Sign out
            </Button>
          </div>
          {signOut.isError && <ErrorMessage>{failureWords(signOut.error)}</ErrorMessage>}
        </Stack>
      </Section>
    </>
  );
}
