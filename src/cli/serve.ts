import { CommandError } from "./command.ts";

interface ServeOptions {
  vite: boolean;
  /** Whether it is a program that waits until it is ready. */
  json: boolean;
  onReady?: () => void;
}

/**
 * Runs the server until the process is told to stop (Ctrl-C, or SIGTERM as service managers and
 * `node --watch` send it) or npm around it is gone, then lets it drain.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const stopped = stopSignal();
  const { startServer, StartError } = await import("../server/main.ts");
  await using server = await startServer({ env: process.env, vite: options.vite }).catch(
    (error: unknown) => {
      throw error instanceof StartError ? new CommandError(error.message) : error;
    },
  );
  options.onReady?.();
  const { url, port } = server;
  console.log(options.json ? JSON.stringify({ url, port }) : `Snug is ready on ${url}`);
  await stopped;
}

/** One Ctrl-C arrives twice under npm: from the terminal, and passed on by npm itself. */
const sameKeypressMs = 1000;

/** Settles at the first signal; a person who asks once more does not want to wait. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt = 0;
    function stop(): void {
      if (askedAt > 0 && Date.now() - askedAt > sameKeypressMs) process.exit(1);
      askedAt ||= Date.now();
      resolve();
    }
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    if (process.env["npm_command"] !== undefined) whenOrphaned(resolve);
  });
}

const parentAskedMs = 500;

/**
 * npm passes a SIGTERM on to the shell between it and us, and that ends without a word to us. Whoever stopped npm
 * would leave a server behind that nothing stops any more.
 */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const asked = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(asked);
    stop();
  }, parentAskedMs);
  asked.unref();
}
