import { useMemo } from "react";
import { qrPath } from "./qrPath.ts";
import styles from "./QrCode.module.css";

interface QrCodeProps {
  value: string;
  /** What it leads to, for whoever cannot point a camera at it. */
  label: string;
}

/** An address for another device's camera: dark on light in both themes, as cameras expect it. */
export function QrCode({ value, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPath(value), [value]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={styles.code}>
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
