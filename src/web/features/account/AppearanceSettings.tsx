import { Monitor, Moon, Sun } from "lucide-react";
import { setAppearance, useAppearance } from "../../styles/appearance.ts";
import { Section } from "../../ui/Section.tsx";
import { Segmented } from "../../ui/Segmented.tsx";

/** How the app looks on this device. */
export function AppearanceSettings() {
  const { theme, density } = useAppearance();
  return (
    <>
      <Section title="Theme" hint="On this device. System follows its own setting.">
        <Segmented
          label="Theme"
          value={theme}
          onChange={(next) => setAppearance({ theme: next })}
          options={[
            { value: "system", label: "System", icon: <Monitor aria-hidden /> },
            { value: "light", label: "Light", icon: <Sun aria-hidden /> },
            { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
          ]}
        />
      </Section>
      <Section title="Density" hint="How close messages and rooms stand together.">
        <Segmented
          label="Density"
          value={density}
          onChange={(next) => setAppearance({ density: next })}
          options={[
            { value: "comfortable", label: "Comfortable" },
            { value: "compact", label: "Compact" },
          ]}
        />
      </Section>
    </>
  );
}
