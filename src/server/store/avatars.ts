import type { User } from "../../shared/users.ts";
import type { StoredBlob } from "../files/port.ts";

// The part of the durable port that keeps people's pictures.

export interface Avatars {
  /** In place of the one before; `null` takes it away. Setting what is set writes nothing. */
  setAvatar(userId: string, picture: StoredBlob | null): Promise<User>;
  /** By the id in its address. */
  avatar(id: string): Promise<StoredBlob | null>;
}
