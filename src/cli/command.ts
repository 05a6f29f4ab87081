/** What a command's file exports. */
export interface Command {
  /** The text of `snug <command> --help`: the first line shows how to call it. */
  usage: string;
  /**
   * Does the work; `args` is what followed the command's name. Throw a `CommandError` for what the
   * user can mend; what `node:util`'s `parseArgs` throws is answered with the usage.
   */
  run(args: string[]): Promise<void>;
}

/** A failure that its message explains to the person at the keyboard: printed without a stack. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** Arguments that make no sense together: answered with the usage, like what `parseArgs` throws. */
export class UsageError extends Error {
  override name = "UsageError";
}
