import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import { classNames } from "./classNames.ts";
import type { ButtonProps } from "./Button.tsx";
import styles from "./Button.module.css";

interface ButtonLinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** A path of this app. */
  href: string;
  variant?: ButtonProps["variant"];
  size?: ButtonProps["size"];
  icon?: ReactNode;
  wide?: boolean;
}

/** A link that looks like a button, for an action that is a change of place. */
export function ButtonLink({
  variant = "secondary",
  size = "medium",
  icon,
  wide,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link
      {...rest}
      className={classNames(
        styles.button,
        styles[variant],
        styles[size],
        wide && styles.wide,
        className,
      )}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
    </Link>
  );
}
