import { hash, randomBytes } from "node:crypto";

/** 256 bits from the system's generator: beyond guessing, however many are tried. */
export function mintSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * How a secret is stored and looked up. Without salt or stretching, which protect what people make up;
 * a leaked database still lets nobody in.
 */
export function secretHash(secret: string): string {
  return hash("sha256", secret, "base64url");
}
