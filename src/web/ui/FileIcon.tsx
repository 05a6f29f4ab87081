import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from "lucide-react";
import { fileKindOf } from "../../shared/fileKinds.ts";

/** What kind of file it is, at a glance. */
export function FileIcon({ type }: { type: string }) {
  switch (fileKindOf(type)) {
    case "picture":
      return <FileImage />;
    case "audio":
      return <FileAudio />;
    case "video":
      return <FileVideo />;
    case "document":
      return <FileText />;
    case "archive":
      return <FileArchive />;
    case "other":
      return <File />;
  }
}
