import type { OneTimeLink } from "../../../shared/invites.ts";
import { limits } from "../../../shared/limits.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { Stack } from "../../ui/Stack.tsx";

interface DeviceLinkDialogProps {
  link: OneTimeLink;
  onClose: () => void;
}

/** Shows the link by which another device of one's own comes in. */
export function DeviceLinkDialog({ link, onClose }: DeviceLinkDialogProps) {
  return (
    <Dialog
      title="Sign in on another device"
      description="Point its camera at the code, or open the link there. Whoever has it is signed in as you, once."
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Stack>
        <QrCode value={link.url} label="Code that opens the link" />
        <CopyField
          label="Link"
          value={link.url}
          hint={`Good for ${limits.deviceLinkMinutes} minutes. An earlier one no longer works.`}
        />
      </Stack>
    </Dialog>
  );
}
