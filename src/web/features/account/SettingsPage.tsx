import { settingsPath } from "../../paths.ts";
import { Page } from "../../ui/Page.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";

const parts = {
  profile: { label: "Profile", Part: ProfileSettings },
  account: { label: "Account", Part: AccountSettings },
  appearance: { label: "Appearance", Part: AppearanceSettings },
};

/** What one decides about oneself, at /settings/:tab? */
export function SettingsPage({ tab = "profile" }: { tab?: string }) {
  const current = Object.entries(parts).find(([name]) => name === tab) ?? [
    "profile",
    parts.profile,
  ];
  const [name, { Part }] = current;
  return (
    <Page
      title="Settings"
      tabs={Object.entries(parts).map(([part, { label }]) => ({
        href: settingsPath(part),
        label,
        current: part === name,
      }))}
    >
      <Part />
    </Page>
  );
}
