import { Bell, BellOff } from "lucide-react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import { Button } from "../../../ui/Button.tsx";
import { showToast } from "../../../ui/toasts.ts";

/** Takes a thread up or leaves it. */
export function FollowButton({ rootId }: { rootId: string }) {
  const { data } = trpc.threads.get.useQuery({ rootId });
  const { mutate, isPending } = trpc.threads.follow.useMutation({
    onError: (error) => showToast(errorDetails(error).message),
  });
  if (!data) return null;
  const { following } = data;
  return (
    <Button
      size="small"
      variant="ghost"
      icon={following ? <BellOff /> : <Bell />}
      disabled={isPending}
      onClick={() => mutate({ rootId, following: !following })}
    >
      {following ? "Unfollow" : "Follow"}
    </Button>
  );
}
