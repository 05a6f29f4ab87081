import type { CSSProperties, ReactNode } from "react";
import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import type { TokenSource } from "../client/index.ts";
import { ConnectedRoom } from "./ConnectedRoom.tsx";
import { openShadow } from "./shadow.ts";

/** Which room is shown, from where and as whom. */
export interface SnugRoomProps {
  /** Where the server is, such as `https://chat.example.org`. A page of another origin has to be in its `ALLOWED_ORIGINS`. */
  url: string;
  /** The id of a room that the token's user is in. */
  roomId: string;
  /** An access token's secret, or a function that gives one; without it the browser's session counts. */
  token?: TokenSource;
  /** `auto`, the default, follows the system. */
  theme?: "auto" | "light" | "dark";
  /** Of the element around it. */
  className?: string;
  /** Of the element around it, which has no height of its own; custom properties such as `--snug-accent` theme it. */
  style?: CSSProperties;
}

/**
 * A room to read and write in. It makes a connection of its own and ends it when it goes. Its styles and the
 * page's leave each other alone: it lives in a shadow root.
 */
export function SnugRoom({
  url,
  roomId,
  token,
  theme,
  className,
  style,
}: SnugRoomProps): ReactNode {
  const [shadow, setShadow] = useState<ShadowRoot | null>(null);
  const host = useCallback((element: HTMLDivElement | null) => {
    if (element !== null) setShadow(openShadow(element));
  }, []);
  return (
    <div ref={host} className={className} style={style} data-theme={theme}>
      {shadow !== null &&
        createPortal(<ConnectedRoom url={url} roomId={roomId} token={token} />, shadow)}
    </div>
  );
}
