import type { ReactNode } from "react";
import { settingsPath } from "../../paths.ts";
import { Page } from "../../ui/Page.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";

interface SettingsPageProps {
  tab?: string | undefined;
  /** How this browser tells of messages. */
  notifications: ReactNode;
}

/** What one decides about oneself, at /settings/:tab? */
export function SettingsPage({ tab = "profile", notifications }: SettingsPageProps) {
  const parts = [
    { name: "profile", label: "Profile", part: <ProfileSettings /> },
    { name: "account", label: "Account", part: <AccountSettings /> },
    { name: "notifications", label: "Notifications", part: notifications },
    { name: "appearance", label: "Appearance", part: <AppearanceSettings /> },
  ];
  const current = parts.find(({ name }) => name === tab) ?? parts[0];
  return (
    <Page
      title="Settings"
      tabs={parts.map(({ name, label }) => ({
        href: settingsPath(name),
        label,
        current: name === current?.name,
      }))}
    >
      {current?.part}
    </Page>
  );
}
