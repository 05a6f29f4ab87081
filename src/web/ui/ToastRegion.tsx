import { X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { IconButton } from "./IconButton.tsx";
import type { Toast } from "./toasts.ts";
import { currentToasts, dismissToast, subscribeToToasts, toastMs } from "./toasts.ts";
import styles from "./ToastRegion.module.css";

/** Mount once in the app. The region is always there, so that what appears in it is read out. */
export function ToastRegion() {
  const [toast] = useSyncExternalStore(subscribeToToasts, currentToasts);
  const region = useRef<HTMLDivElement>(null);
  const shown = toast !== undefined;

  // In the browser's top layer a toast is seen above an open dialog too.
  useEffect(() => {
    if (shown) region.current?.showPopover();
    else region.current?.hidePopover();
  }, [shown]);

  return (
    <div ref={region} popover="manual" role="status" aria-live="polite" className={styles.region}>
      {toast && <ToastCard key={toast.id} toast={toast} />}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, action } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), toastMs);
    return () => clearTimeout(timer);
  }, [held, id]);

  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.words}>{toast.message}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismissToast(id);
            action.onAction();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton
        size="small"
        label="Dismiss"
        icon={<X />}
        className={styles.dismiss}
        onClick={() => dismissToast(id)}
      />
    </div>
  );
}
