import { Link2 } from "lucide-react";
import { trpc } from "../../../react/index.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { InviteRow } from "./InviteRow.tsx";

/** Links by which people come in: make one, hand it on, withdraw it. */
export function InvitesPage() {
  const invites = trpc.invites.list.useQuery();
  return (
    <>
      <Section title="New invite" hint="Whoever has the link can make an account with it.">
        <InviteForm />
      </Section>
      <Section title="Open invites">
        {invites.isPending && <Skeleton shape="block" height="7rem" />}
        {invites.isError && (
          <ErrorMessage onRetry={() => void invites.refetch()}>
            {failureWords(invites.error)}
          </ErrorMessage>
        )}
        {invites.data?.length === 0 && (
          <EmptyState icon={<Link2 />}>
            No invite is open. Make one above and send it to your team.
          </EmptyState>
        )}
        {invites.data && invites.data.length > 0 && (
          <RowList label="Open invites">
            {invites.data.map((invite) => (
              <InviteRow key={invite.id} invite={invite} />
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}
