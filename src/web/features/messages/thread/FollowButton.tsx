import { Bell, BellOff } from "lucide-react";
import { useFollow, useThreadFollow } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { tell } from "../tell.ts";

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
      onClick={() => void follow(root, !following).catch(tell)}
    >
      {following ? "Unfollow" : "Follow"}
    </Button>
  );
}
