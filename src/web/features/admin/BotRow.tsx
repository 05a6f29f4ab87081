import { KeyRound, MoreHorizontal, Pencil, Power, PowerOff } from "lucide-react";
import { useState } from "react";
import type { Bot } from "../../../shared/bots.ts";
import { trpc, useUser } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { Row } from "../../ui/RowList.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { BotTokensDialog } from "./BotTokensDialog.tsx";
import { RenameBotDialog } from "./RenameBotDialog.tsx";

/** One bot, with what can be done to it. */
export function BotRow({ bot: { user, ownerId } }: { bot: Bot }) {
  const utils = trpc.useUtils();
  const setStatus = trpc.bots.setStatus.useMutation({
    onSettled: () => utils.bots.list.invalidate(),
  });
  const [open, setOpen] = useState<"tokens" | "rename" | "deactivate" | null>(null);
  const close = () => setOpen(null);
  const owner = useUser(ownerId ?? "");
  const active = user.status === "active";
  const botId = user.id;
  return (
    <Row
      start={<Avatar user={user} size={36} />}
      title={
        <>
          {user.displayName}
          {!active && <Tag tone="danger">Deactivated</Tag>}
        </>
      }
      detail={`@${user.username} · ${owner ? `looked after by ${owner.displayName}` : "imported"}`}
      end={
        <Menu
          align="end"
          trigger={
            <IconButton label={`More about ${user.displayName}`} icon={<MoreHorizontal />} />
          }
        >
          <MenuItem icon={<KeyRound />} disabled={!active} onSelect={() => setOpen("tokens")}>
            Tokens
          </MenuItem>
          <MenuItem icon={<Pencil />} onSelect={() => setOpen("rename")}>
            Rename
          </MenuItem>
          {active ? (
            <MenuItem icon={<PowerOff />} tone="danger" onSelect={() => setOpen("deactivate")}>
              Deactivate
            </MenuItem>
          ) : (
            <MenuItem
              icon={<Power />}
              onSelect={() => setStatus.mutate({ botId, status: "active" })}
            >
              Reactivate
            </MenuItem>
          )}
        </Menu>
      }
      error={
        setStatus.isError &&
        open === null && <ErrorMessage>{failureWords(setStatus.error)}</ErrorMessage>
      }
    >
      {open === "tokens" && <BotTokensDialog bot={user} onClose={close} />}
      {open === "rename" && <RenameBotDialog bot={user} onClose={close} />}
      {open === "deactivate" && (
        <ConfirmDialog
          title={`Deactivate ${user.displayName}?`}
          description="Its tokens are revoked, and its programs are cut off at once. What it wrote stays."
          confirmLabel="Deactivate"
          tone="danger"
          busy={setStatus.isPending}
          error={setStatus.isError ? failureWords(setStatus.error) : null}
          onClose={close}
          onConfirm={() => setStatus.mutate({ botId, status: "deactivated" }, { onSuccess: close })}
        />
      )}
    </Row>
  );
}
