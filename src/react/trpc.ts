import { createTRPCReact } from "@trpc/react-query";
import type { AppRouter } from "../server/router.ts";

/** Every procedure as a hook: `trpc.rooms.browse.useQuery({})`. Works below a `SnugProvider`. */
export const trpc = createTRPCReact<AppRouter>();
