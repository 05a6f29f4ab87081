import { access, constants, mkdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import type { Duplex } from "node:stream";

import { destination, pino } from "pino";

import type { Environment } from "./environment.ts";
import { parseEnvironment, StartError } from "./environment.ts";
import { openDiskBlobStore } from "./files/disk.ts";
import { openDiskInspector } from "./files/inspector.ts";
import type { BlobStore, Inspector } from "./files/port.ts";
import { createApp } from "./http/app.ts";
import { createDrain } from "./http/drain.ts";
import { listen, localUrl } from "./http/listen.ts";
import { mount } from "./http/mount.ts";
import { serveSockets } from "./http/sockets.ts";
import { attachVite } from "./http/vite.ts";
import { answerNothing, serveWebApp } from "./http/webApp.ts";
import { OpenResources } from "./openResources.ts";
import { createMemoryBus } from "./realtime/memory/bus.ts";
import { createRealtime } from "./realtime/realtime.ts";
import type { Operator } from "./services/access.ts";
import { operator } from "./services/access.ts";
import { keepFilesTidy, keepLogShort, keepStatusesCurrent } from "./services/retention.ts";
import { createDurableServices, createLiveServices } from "./services/services.ts";
import type { DurableServices } from "./services/services.ts";
import type { Store } from "./store/port.ts";
import type { DatabaseOptions } from "./store/sqlite/index.ts";
import { openSqliteStore, sqliteUpkeep } from "./store/sqlite/index.ts";
import { UpkeepError } from "./store/upkeep.ts";
import { deliverWebhooks, deliveryTimes } from "./webhooks/deliver.ts";
import type { DataFolder } from "./upkeep/dataFolder.ts";

export { StartError, UpkeepError };

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** Where a person on this machine finds it. */
  url: string;
  /** Where it listens, the one that it took for `PORT=0` too. */
  port: number;
  /** Tells sockets to reconnect, finishes what was asked, and lets go of the data. */
  close(): Promise<void>;
}

/** A Snug that listens nowhere by itself. The functions may be passed around. */
export interface Snug extends AsyncDisposable {
  /** For `createServer`, Express's `app.use` and the like. Give it requests whose body nobody has read. */
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** For the server's `upgrade` event; what is not Snug's is refused. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells sockets to reconnect, finishes what was asked, and lets go of the data. The HTTP server stays. */
  close: () => Promise<void>;
}

/** Where a log goes, such as a stream. */
export interface LogSink {
  /** Takes a line, its end included. */
  write(line: string): void;
}

/** How Snug runs inside another server. */
export interface SnugOptions {
  /** Settings by the names of the environment variables that README.md lists; by default `process.env`. */
  env?: Record<string, string | undefined>;
  /** Whether its pages are served too; by default they are. Without them, it is an API. */
  webApp?: boolean;
  /** Where the log goes, a line of JSON at a time; by default to standard error. */
  log?: LogSink;
}

/** How Snug runs as a server of its own. */
export interface StartOptions {
  /** Settings by the names of the environment variables that README.md lists; by default `process.env`. */
  env?: Record<string, string | undefined>;
  /** Whether the web app comes from its sources. */
  vite?: boolean;
  /** Where the log goes, a line of JSON at a time; by default to standard error. */
  log?: LogSink;
}

/** What the server serves, without serving it: for commands that act on the data. */
export interface OpenWorkspace extends AsyncDisposable {
  store: Store;
  blobs: BlobStore;
  inspector: Inspector;
  services: DurableServices;
  /** As whom a command acts that nobody has to be asked about. */
  operator: Operator;
  /** What links begin with. */
  publicUrl: string;
}

/**
 * Serves the workspace: the API, its WebSocket and the web app, on one port. Throws a `StartError` for what
 * the person who starts it can mend.
 */
export async function startServer({
  vite = false,
  ...options
}: StartOptions = {}): Promise<RunningServer> {
  const { app, environment, resources } = await openApp({ ...options, vite, webApp: true });
  const close = () => resources[Symbol.asyncDispose]();
  try {
    resources.defer(createDrain(app));
    const port = await listen(app, { host: environment.HOST, port: environment.PORT });
    const url = localUrl(environment.HOST, port);
    return { url, port, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The same behind another program's HTTP server, at the root of its host: hand it the requests that are not your
 * own, and the upgrades. Throws a `StartError`, as `startServer` does; HOST and PORT mean nothing here.
 */
export async function createSnug({ webApp = true, ...options }: SnugOptions = {}): Promise<Snug> {
  const { app, resources } = await openApp({ ...options, vite: false, webApp });
  const close = () => resources[Symbol.asyncDispose]();
  try {
    const { handle, upgrade, drain } = await mount(app);
    resources.defer(drain);
    return { handle, upgrade, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface AppSettings extends Omit<StartOptions, "vite"> {
  vite: boolean;
  webApp: boolean;
}

/** Everything but a port to listen on. What was opened for it is in `resources`. */
async function openApp({
  env = process.env,
  log = destination(process.stderr.fd),
  vite,
  webApp,
}: AppSettings) {
  const environment = parseEnvironment(env);
  const logger = pino({ level: environment.LOG_LEVEL }, log);
  const resources = new OpenResources();
  try {
    const {
      store,
      blobs,
      services: durable,
    } = resources.use(await openData(environment, { sync: "background" }));
    resources.defer(keepLogShort(store, (error) => logger.error(error, "Could not prune the log")));
    resources.defer(
      keepFilesTidy(store, blobs, (error) => logger.error(error, "Could not tidy the files")),
    );
    resources.defer(
      keepStatusesCurrent(store, (error) => logger.error(error, "Could not end statuses")),
    );
    const realtime = resources.use(
      await createRealtime({ store, bus: createMemoryBus(), log: logger }),
    );
    resources.use(
      deliverWebhooks({
        store,
        allowPrivate: environment.PRIVATE_WEBHOOKS === "allow",
        onError: (error) => logger.error(error, "Could not deliver to webhooks"),
        ...deliveryTimes,
      }),
    );
    const services = { ...durable, ...createLiveServices(store, realtime) };

    const app = await createApp({
      environment,
      services,
      blobs,
      logger,
      isReady,
      socketCount,
    });
    const sockets = serveSockets(app, {
      services,
      connections: realtime.connections,
      logger,
      allowedOrigins: environment.ALLOWED_ORIGINS,
      publicUrl: environment.PUBLIC_URL,
      vite,
    });
    if (vite) await attachVite(app, app.server);
    else if (webApp) await serveWebApp(app, webFolder);
    else app.setNotFoundHandler(answerNothing);
    return { app, environment, resources };

    async function isReady(): Promise<boolean> {
      await store.logState();
      return true;
    }
    function socketCount(): number {
      return sockets.size;
    }
  } catch (error) {
    await resources[Symbol.asyncDispose]();
    throw error;
  }
}

/** Opens the workspace's data, which a server may be serving meanwhile. */
export async function openWorkspace({
  env = process.env,
}: { env?: NodeJS.ProcessEnv } = {}): Promise<OpenWorkspace> {
  const environment = parseEnvironment(env);
  const publicUrl = environment.PUBLIC_URL ?? localUrl(environment.HOST, environment.PORT || 3000);
  // A server that serves it meanwhile must not tell of what could still be lost.
  return { ...(await openData(environment, { sync: "commit" })), operator, publicUrl };
}

/** The data as it lies in a folder, DATA_DIR by default, for commands that check, copy or replace it. */
export function dataFolder(path = parseEnvironment(process.env).DATA_DIR): DataFolder {
  const folder = resolve(path);
  const storeFile = join(folder, storeName);
  return {
    path: folder,
    storeFile,
    store: sqliteUpkeep(storeFile),
    blobs: openDiskBlobStore(join(folder, "files")),
    inspector: openDiskInspector(join(folder, "files")),
  };
}

const storeName = "snug.sqlite";

/** From the sources this file is `src/server/…`, in the bundle `dist/server/…`: both two levels down. */
const webFolder = join(import.meta.dirname, "..", "..", "dist", "web");

async function openData(
  { DATA_DIR }: Environment,
  { sync }: Required<Pick<DatabaseOptions, "sync">>,
) {
  const folder = resolve(DATA_DIR);
  const file = join(folder, storeName);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    const store = openSqliteStore({ file, sync });
    const blobs = openDiskBlobStore(join(folder, "files"));
    const inspector = openDiskInspector(join(folder, "files"));
    return {
      store,
      blobs,
      inspector,
      services: createDurableServices({ store, blobs, inspector }),
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The data in ${folder} (DATA_DIR) cannot be opened: ${reason}`, {
      cause: error,
    });
  }
}
