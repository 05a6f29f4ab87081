import type { CreateTRPCReact } from "@trpc/react-query";
import { createTRPCReact } from "@trpc/react-query";
import type { AppRouter } from "../server/router.ts";

/** Every procedure as a hook: `trpc.rooms.browse.useQuery({})`. Works below a `SnugProvider`. */
// Named, as the inferred type would spell the whole router out in the package's declarations.
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();
