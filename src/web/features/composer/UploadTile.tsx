import { RotateCw, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Upload } from "../../../react/index.ts";
import { hasThumbnail } from "../../../shared/fileKinds.ts";
import { FileIcon } from "../../ui/FileIcon.tsx";
import { FileName } from "../../ui/FileName.tsx";
import { fileSize } from "../../ui/fileSize.ts";
import { PlainIconButton } from "../../ui/PlainIconButton.tsx";
import { mayArrive } from "./uploadWords.ts";
import { handsFocusOn } from "../../ui/handsFocusOn.ts";
import styles from "./UploadTile.module.css";

interface UploadTileProps {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}

/** A file on its way: what it is, how far it is, and how to stop it. */
export function UploadTile({ upload, onRetry, onRemove }: UploadTileProps) {
  const { name, status, sent, error } = upload;
  const underWay = status === "waiting" || status === "sending";
  return (
    <li ref={handsFocusOn} className={styles.tile} data-status={status}>
      <span className={styles.face}>
        <Face upload={upload} />
      </span>
      <span className={styles.words}>
        <FileName name={name} />
        {status === "failed" ? (
          <span role="alert" className={styles.error}>
            {error?.message}
          </span>
        ) : (
          <span className={styles.facts}>{factsOf(upload)}</span>
        )}
      </span>
      {status === "failed" && mayArrive(upload) && (
        <PlainIconButton
          size="small"
          label={`Try ${name} again`}
          title="Try again"
          icon={<RotateCw />}
          onClick={onRetry}
        />
      )}
      <PlainIconButton
        size="small"
        label={underWay ? `Cancel ${name}` : `Remove ${name}`}
        title={underWay ? "Cancel" : "Remove"}
        icon={<X />}
        onClick={onRemove}
      />
      {underWay && (
        <progress className={styles.progress} aria-label={`Uploading ${name}`} value={sent} />
      )}
    </li>
  );
}

function factsOf({ status, sent, size }: Upload): string {
  if (status === "sending") return `${Math.floor(sent * 100)}% of ${fileSize(size)}`;
  return status === "waiting" ? "Waiting" : fileSize(size);
}

/** The picture itself, from the moment it was chosen. */
function Face({ upload: { file, type, attachment } }: { upload: Upload }) {
  const [broken, setBroken] = useState(false);
  const picture = useRef<HTMLImageElement>(null);
  const own = file !== null && hasThumbnail({ type: file.type }) ? file : null;
  const shown = own !== null || (file === null && attachment !== null && hasThumbnail(attachment));

  useEffect(() => {
    if (own === null || picture.current === null) return;
    const url = URL.createObjectURL(own);
    picture.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [own]);

  if (!shown || broken) return <FileIcon type={type} />;
  return (
    <img
      ref={picture}
      src={own === null ? `${attachment?.url}?thumbnail` : undefined}
      alt=""
      onError={() => setBroken(true)}
    />
  );
}
