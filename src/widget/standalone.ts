/** What the server gives to pages that have no build: React and all, and the element defined. */
import { defineSnugRoom } from "./index.ts";

defineSnugRoom();
