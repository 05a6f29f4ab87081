import { Bell } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { askPermission, usePermission } from "./permission.ts";
import { setNotificationSettings, useNotificationSettings } from "./settings.ts";
import styles from "./NotificationOffer.module.css";

/** Asks once, when a message has come that one could have been told of. */
export function NotificationOffer() {
  const permission = usePermission();
  const { asked } = useNotificationSettings();
  if (asked || permission !== "default") return null;
  return (
    <section aria-label="Notifications" className={styles.offer}>
      <Bell aria-hidden />
      <p>Be told of messages while you are elsewhere?</p>
      <div className={styles.buttons}>
        <Button size="small" variant="primary" onClick={() => void askPermission()}>
          Turn on
        </Button>
        <Button
          size="small"
          variant="ghost"
          onClick={() => setNotificationSettings({ asked: true })}
        >
          Not now
        </Button>
      </div>
    </section>
  );
}
