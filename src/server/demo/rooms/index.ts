import { betaGardeners } from "./betaGardeners.ts";
import { design } from "./design.ts";
import { directs } from "./directs.ts";
import { engineering } from "./engineering.ts";
import { garden } from "./garden.ts";
import { general } from "./general.ts";
import { hiring } from "./hiring.ts";
import { oldWebsite } from "./oldWebsite.ts";
import { releases } from "./releases.ts";
import type { DemoRoom } from "./room.ts";

/** The room that setting up makes, and newcomers land in. */
export const firstRoom = general;

export const otherRooms: DemoRoom[] = [
  engineering,
  design,
  garden,
  releases,
  hiring,
  betaGardeners,
  oldWebsite,
  ...directs,
];
