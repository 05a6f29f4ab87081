import { lazy, useState } from "react";
import type { ComponentType } from "react";

/** A component that is loaded once it is shown, or earlier: then it shows without suspending. */
export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let Loaded: ComponentType<Props> | null = null;

  async function preload(): Promise<{ default: ComponentType<Props> }> {
    Loaded ??= await load();
    return { default: Loaded };
  }

  const Lazy = lazy(preload);

  function Preloadable(props: Props) {
    const [Shown] = useState<ComponentType<Props>>(() => Loaded ?? Lazy);
    return <Shown {...props} />;
  }

  return Object.assign(Preloadable, { preload });
}
