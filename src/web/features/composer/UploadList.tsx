import type { Upload, UploadTray } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { uploadWords } from "./uploadWords.ts";
import { UploadTile } from "./UploadTile.tsx";
import styles from "./UploadList.module.css";

interface UploadListProps {
  tray: UploadTray;
  uploads: readonly Upload[];
  /** How many files there was no room for. */
  leftOut: number;
  /** Whether the message is sent as soon as the files are there. */
  held: boolean;
  onRelease: () => void;
}

/** The files that go with the message, over the field. */
export function UploadList({ tray, uploads, leftOut, held, onRelease }: UploadListProps) {
  return (
    <div className={styles.uploads}>
      <ul aria-label="Files to send" className={styles.list}>
        {uploads.map((upload) => (
          <UploadTile
            key={upload.id}
            upload={upload}
            onRetry={() => tray.retry(upload.id)}
            onRemove={() => tray.remove(upload.id)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <p role="status" className={styles.words}>
          {uploadWords(uploads, { leftOut, held })}
        </p>
        {held && (
          <Button size="small" variant="ghost" onClick={onRelease}>
            Not yet
          </Button>
        )}
      </div>
    </div>
  );
}
