import type { Account, Role } from "../../../shared/users.ts";
import { Select } from "../../ui/Select.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./RoleSelect.module.css";

type GivenRole = Exclude<Role, "bot">;

const roleWords: Record<GivenRole, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  guest: "Guest",
};
const givenRoles: GivenRole[] = ["owner", "admin", "member", "guest"];

interface RoleSelectProps {
  account: Account;
  /** The reader's own role: nobody hands out what they could not take back. */
  mine: Role;
  disabled: boolean;
  onChange: (role: GivenRole) => void;
}

export function RoleSelect({ account, mine, disabled, onChange }: RoleSelectProps) {
  if (account.role === "bot") return <Tag>Bot</Tag>;
  const given = givenRoles.filter(
    (role) => mine === "owner" || role === account.role || role === "member" || role === "guest",
  );
  return (
    <div className={styles.written} data-words={roleWords[account.role]}>
      <Select
        label={`Role of ${account.displayName}`}
        labelHidden
        className={styles.role}
        disabled={disabled}
        value={account.role}
        onChange={(event) => {
          const role = given.find((candidate) => candidate === event.target.value);
          if (role) onChange(role);
        }}
      >
        {given.map((role) => (
          <option key={role} value={role}>
            {roleWords[role]}
          </option>
        ))}
      </Select>
    </div>
  );
}
