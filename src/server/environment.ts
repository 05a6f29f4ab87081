import { isIP } from "node:net";

import { z } from "zod";

/** What the person who starts the server can mend: printed as it is, without a stack. */
export class StartError extends Error {
  /** Tells it from other errors. */
  override readonly name = "StartError";
}

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** The server's settings. Every variable is optional. */
const environmentSchema = z.object({
  /** 0 takes any free port. */
  PORT: z.coerce
    .number("a port number, 0 to 65535")
    .int("a port number, 0 to 65535")
    .min(0, "a port number, 0 to 65535")
    .max(65_535, "a port number, 0 to 65535")
    .default(3000),
  /**
   * Where to listen: on every interface, because a chat that only its own machine can reach is no chat.
   * 127.0.0.1 keeps it behind a proxy on the same machine.
   */
  HOST: z.string().default("::"),
  DATA_DIR: z.string().default("./data"),
  /** Where people reach the server; links begin with it. `null`: where each request was sent to. */
  PUBLIC_URL: z.string().transform(toOrigin).nullable().default(null),
  /** Other origins whose pages may call the API, separated by commas. */
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((list, context) => listOf(list).map((origin) => toOrigin(origin, context))),
  /**
   * The proxies whose X-Forwarded-For, -Proto and -Host are believed: addresses and networks separated
   * by commas, or `loopback`, `linklocal`, `uniquelocal`. Believing everyone would let everyone lie.
   */
  TRUST_PROXY: z.string().default("").transform(toProxies),
  /** Whether webhooks may be sent to addresses of the server's own network. */
  PRIVATE_WEBHOOKS: z.enum(["allow", "refuse"], "allow or refuse").default("refuse"),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).default("warn"),
});

export type Environment = z.infer<typeof environmentSchema>;

/** Throws a `StartError` that names the first variable that makes no sense. */
export function parseEnvironment(variables: NodeJS.ProcessEnv): Environment {
  // An empty variable is how a shell or a compose file says "not set".
  const set = Object.entries(variables).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(set));
  if (parsed.success) return withOwnOrigin(parsed.data);
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw new StartError(`${name} has to be ${issue?.message}, and is "${variables[name]}".`);
}

/** Behind a proxy that changes the `Host`, our own pages look like another's. */
function withOwnOrigin(environment: Environment): Environment {
  const { PUBLIC_URL, ALLOWED_ORIGINS } = environment;
  if (PUBLIC_URL === null) return environment;
  return { ...environment, ALLOWED_ORIGINS: [PUBLIC_URL, ...ALLOWED_ORIGINS] };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function toOrigin(address: string, context: z.RefinementCtx): string {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  context.addIssue("an address without a path, like https://chat.example.org");
  return z.NEVER;
}

function toProxies(text: string, context: z.RefinementCtx): string[] {
  const proxies = listOf(text);
  if (proxies.every(isProxy)) return proxies;
  context.addIssue("addresses or networks, like 127.0.0.1, 10.0.0.0/8 or loopback");
  return z.NEVER;
}

function isProxy(proxy: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(proxy)) return true;
  const [address = "", bits, ...rest] = proxy.split("/");
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (longest < 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
}
