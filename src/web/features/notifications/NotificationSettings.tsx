import { Button } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { playNote } from "./note.ts";
import type { Permission } from "./permission.ts";
import { askPermission, usePermission } from "./permission.ts";
import { setNotificationSettings, useNotificationSettings } from "./settings.ts";

/** How this browser tells of messages. */
export function NotificationSettings() {
  const { desktop, sound, preview } = useNotificationSettings();
  const permission = usePermission();
  return (
    <Section
      title="Notifications"
      hint="For this browser alone. What a room tells you of is chosen in its own menu. While you are on do not disturb, nothing comes."
    >
      <Stack narrow>
        <Switch
          label="System notifications"
          hint={hints[permission]}
          checked={desktop && permission === "granted"}
          disabled={permission === "none" || permission === "denied"}
          onChange={(on) => {
            setNotificationSettings({ desktop: on });
            if (on && permission === "default") void askPermission();
          }}
        />
        <Switch
          label="Show what was written"
          hint="Otherwise only who wrote, and where."
          checked={preview}
          onChange={(on) => setNotificationSettings({ preview: on })}
        />
        <Switch
          label="A soft note"
          hint="While no window of Snug has the focus."
          checked={sound}
          onChange={(on) => setNotificationSettings({ sound: on })}
        />
        <div>
          <Button size="small" onClick={() => void playNote()}>
            Play the note
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

const hints: Record<Permission, string> = {
  granted: "They come once, however many tabs are open, and not for what you are looking at.",
  default: "Your browser will ask you first.",
  denied: "Your browser does not let Snug show any. You can change that beside the address.",
  none: "Your browser shows them only for pages that come by HTTPS.",
};
