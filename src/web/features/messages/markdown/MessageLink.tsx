import type { ReactNode } from "react";
import { Link } from "wouter";
import { safeUrl } from "../../../../markdown/safeUrl.ts";

interface MessageLinkProps {
  url: string;
  title: string | null;
  children: ReactNode;
}

/** A link in a message: within this workspace it stays in the app, elsewhere it opens beside it. */
export function MessageLink({ url, title, children }: MessageLinkProps) {
  const href = safeUrl(url);
  if (href === null) return <span title={url}>{children}</span>;
  const inApp = pathInApp(href);
  if (inApp !== null) return <Link href={inApp}>{children}</Link>;
  return (
    <a href={href} title={title ?? undefined} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** The path behind a link to this server's own rooms; files and the API are not pages of the app. */
function pathInApp(href: string): string | null {
  const url = new URL(href);
  if (url.origin !== globalThis.location?.origin) return null;
  return url.pathname.startsWith("/rooms/") ? url.pathname + url.search + url.hash : null;
}
