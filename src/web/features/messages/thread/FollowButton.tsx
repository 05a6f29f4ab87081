import { Bell, BellOff } from "lucide-react";
import { useFollow, useThreadFollow } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { attempt } from "../../../forms/refusals.ts";
import { Button } from "../../../ui/Button.tsx";

/** Takes a thread up or leaves it. */
export function FollowButton({ root }: { root: Message }) {
  const follow = useFollow();
  const known = useThreadFollow(root.id);
  if (!known) return null;
  const { following } = known;
  return (
    <Button
      size="small"
      variant="ghost"
      icon={following ? <BellOff /> : <Bell />}
      onClick={() =>
        attempt({
          about: followingOf(root.id),
          failed: following
            ? "You still follow this thread."
            : "You do not follow this thread yet.",
          call: () => follow(root, !following),
        })
      }
    >
      {following ? "Unfollow" : "Follow"}
    </Button>
  );
}

/** What its refusal is about. */
export function followingOf(rootId: string): string {
  return `following ${rootId}`;
}
