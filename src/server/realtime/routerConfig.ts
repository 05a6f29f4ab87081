import type { AnyRouter, TRPCDefaultErrorShape, TRPCRootConfig } from "@trpc/server";

/** As much as has to be known of a router that may be any. */
interface Root {
  ctx: object;
  meta: object;
  errorShape: TRPCDefaultErrorShape;
  transformer: boolean;
}

export type RouterConfig = TRPCRootConfig<Root>;

export function configOf(router: AnyRouter): RouterConfig {
  return router._def._config;
}
