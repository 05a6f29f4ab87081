import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import styles from "./SidebarLink.module.css";

interface SidebarLinkProps {
  href: string;
  icon: ReactNode;
  children: ReactNode;
  unread?: boolean;
}

/** A page of one's own, over the rooms. */
export function SidebarLink({ href, icon, children, unread = false }: SidebarLinkProps) {
  const [path] = useLocation();
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : undefined}
      data-unread={unread || undefined}
      className={styles.link}
    >
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      {children}
    </Link>
  );
}
