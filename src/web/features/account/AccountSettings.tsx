import { LogOut } from "lucide-react";
import { useMe } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { AccessTokens } from "./AccessTokens.tsx";
import { ChangePassword } from "./ChangePassword.tsx";
import { DeviceList } from "./DeviceList.tsx";
import { useSignOut } from "./useSignOut.ts";

/** How one signs in, and where one is signed in. */
export function AccountSettings() {
  const { email } = useMe();
  const signOut = useSignOut();
  return (
    <>
      <Section title="E-mail">
        <Stack narrow>
          <TextField
            label="E-mail"
            labelHidden
            value={email ?? ""}
            readOnly
            hint="Only you and the admins see it."
          />
        </Stack>
      </Section>
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
