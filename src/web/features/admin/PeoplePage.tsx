import { Search } from "lucide-react";
import { useState } from "react";
import type { Account } from "../../../shared/users.ts";
import { trpc } from "../../../react/index.ts";
import { adminPath } from "../../paths.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { PersonRow } from "./PersonRow.tsx";

/** Everyone with an account: their role, whether they may sign in, and a way back in. */
export function PeoplePage() {
  const accounts = trpc.admin.accounts.useQuery();
  const [search, setSearch] = useState("");
  // Bots have a page of their own.
  const people = accounts.data?.filter(({ role }) => role !== "bot");
  const found = people?.filter((account) => matches(account, search)).toSorted(byStanding);
  return (
    <Section
      title="People"
      hint={people && peopleWords(people)}
      action={
        <ButtonLink href={adminPath("invites")} size="small">
          Invite people
        </ButtonLink>
      }
    >
      <Stack>
        <TextField
          label="Find a person"
          labelHidden
          type="search"
          placeholder="Find a person"
          start={<Search />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {accounts.isPending && <Skeleton shape="block" height="14rem" />}
        {accounts.isError && (
          <ErrorMessage onRetry={() => void accounts.refetch()}>
            {failureWords(accounts.error)}
          </ErrorMessage>
        )}
        {found && found.length > 0 && (
          <RowList label="People">
            {found.map((account) => (
              <PersonRow key={account.id} account={account} />
            ))}
          </RowList>
        )}
        {found?.length === 0 && <EmptyState>Nobody here goes by “{search}”.</EmptyState>}
      </Stack>
    </Section>
  );
}

function matches(account: Account, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return [account.displayName, account.username, account.email ?? ""].some((text) =>
    text.toLocaleLowerCase().includes(wanted),
  );
}

/** Who may sign in before who may not, then by name. */
function byStanding(a: Account, b: Account): number {
  const standing = Number(a.status !== "active") - Number(b.status !== "active");
  return standing || a.displayName.localeCompare(b.displayName);
}

function peopleWords(people: Account[]): string {
  const active = people.filter(({ status }) => status === "active").length;
  const inactive = people.length - active;
  const words = active === 1 ? "1 person" : `${active} people`;
  return inactive === 0 ? `${words}.` : `${words}, and ${inactive} deactivated.`;
}
