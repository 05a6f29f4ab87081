import { Select } from "../../ui/Select.tsx";

interface TimeZoneSelectProps {
  name: string;
  defaultValue: string | null;
}

/** The zones that this browser knows, its own first. Empty: not shown to others. */
export function TimeZoneSelect({ name, defaultValue }: TimeZoneSelectProps) {
  const { timeZone: here } = new Intl.DateTimeFormat().resolvedOptions();
  const others = new Set(Intl.supportedValuesOf("timeZone"));
  // A browser may know a zone by another name than the one that was saved.
  if (defaultValue) others.add(defaultValue);
  others.delete(here);
  return (
    <Select
      label="Time zone"
      name={name}
      defaultValue={defaultValue ?? ""}
      hint="Shown on your profile, so that others know when it is night for you."
    >
      <option value="">Not shown</option>
      <option value={here}>{zoneWords(here)} (this device)</option>
      {[...others].toSorted().map((zone) => (
        <option key={zone} value={zone}>
          {zoneWords(zone)}
        </option>
      ))}
    </Select>
  );
}

function zoneWords(zone: string): string {
  return zone.replaceAll("_", " ");
}
