import { KeyRound, MoreHorizontal, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import type { Account, Role } from "../../../shared/users.ts";
import { trpc, useMe, usePresence } from "../../../react/index.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { presenceWords } from "../../ui/PresenceDot.tsx";
import { Row } from "../../ui/RowList.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Time } from "../../ui/Time.tsx";
import { OneTimeLinkDialog } from "./OneTimeLinkDialog.tsx";
import styles from "./PersonRow.module.css";
import { RoleSelect } from "./RoleSelect.tsx";

/** One account, with what the reader may do to it. */
export function PersonRow({ account }: { account: Account }) {
  const me = useMe();
  const utils = trpc.useUtils();
  const refresh = { onSettled: () => utils.admin.accounts.invalidate() };
  const setRole = trpc.admin.setRole.useMutation(refresh);
  const setStatus = trpc.admin.setStatus.useMutation(refresh);
  const [open, setOpen] = useState<"link" | "deactivate" | null>(null);
  const close = () => setOpen(null);

  const { id: userId, displayName, status } = account;
  const myself = userId === me.id;
  const mayDecide = hasSay(me.role, account.role);
  const failure = setRole.error ?? (open ? null : setStatus.error);
  return (
    <Row
      start={<Avatar user={account} size={36} />}
      title={
        <>
          {displayName}
          {myself && <Tag>You</Tag>}
          {status !== "active" && (
            <Tag tone="danger">{status === "banned" ? "Banned" : "Deactivated"}</Tag>
          )}
        </>
      }
      detail={<AccountDetail account={account} />}
      end={
        <div className={styles.controls}>
          <RoleSelect
            account={account}
            mine={me.role}
            disabled={!mayDecide || setRole.isPending}
            onChange={(role) => setRole.mutate({ userId, role })}
          />
          {account.role !== "bot" && (
            <Menu
              align="end"
              trigger={
                <IconButton
                  label={`More about ${displayName}`}
                  icon={<MoreHorizontal />}
                  disabled={!mayDecide}
                />
              }
            >
              <MenuItem
                icon={<KeyRound />}
                disabled={status !== "active"}
                onSelect={() => setOpen("link")}
              >
                Make a password link
              </MenuItem>
              {status === "active" ? (
                <MenuItem
                  icon={<UserX />}
                  tone="danger"
                  disabled={myself}
                  onSelect={() => setOpen("deactivate")}
                >
                  Deactivate
                </MenuItem>
              ) : (
                <MenuItem
                  icon={<UserCheck />}
                  onSelect={() => setStatus.mutate({ userId, status: "active" })}
                >
                  Reactivate
                </MenuItem>
              )}
            </Menu>
          )}
        </div>
      }
      error={failure && <ErrorMessage>{failureWords(failure)}</ErrorMessage>}
    >
      {open === "link" && <OneTimeLinkDialog account={account} onClose={close} />}
      {open === "deactivate" && (
        <ConfirmDialog
          title={`Deactivate ${displayName}?`}
          description="They are signed out everywhere at once and cannot sign in. Their messages stay. You can reactivate them at any time."
          confirmLabel="Deactivate"
          tone="danger"
          busy={setStatus.isPending}
          error={setStatus.isError ? failureWords(setStatus.error) : null}
          onClose={close}
          onConfirm={() =>
            setStatus.mutate({ userId, status: "deactivated" }, { onSuccess: close })
          }
        />
      )}
    </Row>
  );
}

function AccountDetail({ account }: { account: Account }) {
  const { username, email } = account;
  return (
    <>
      @{username}
      {email && ` · ${email}`} · <WhenSeen account={account} />
    </>
  );
}

/** Of one who is here the server notes it only now and then. */
function WhenSeen({ account }: { account: Account }) {
  const presence = usePresence(account.id);
  if (presence !== "offline") return presenceWords[presence].toLowerCase();
  if (account.lastSeenAt === null) return "never signed in";
  return (
    <>
      seen <Time value={account.lastSeenAt} format="relative" />
    </>
  );
}

/** Admins decide over members and guests, owners over everyone; the server holds the same rule. */
function hasSay(mine: Role, theirs: Role): boolean {
  return mine === "owner" || (theirs !== "owner" && theirs !== "admin");
}
