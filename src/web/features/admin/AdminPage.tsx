import { useMe } from "../../../react/index.ts";
import { adminPath } from "../../paths.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { BotsPage } from "./BotsPage.tsx";
import { InvitesPage } from "./InvitesPage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";
import { WebhooksPage } from "./WebhooksPage.tsx";
import { WorkspacePage } from "./WorkspacePage.tsx";

const parts = {
  people: { label: "People", Part: PeoplePage },
  invites: { label: "Invites", Part: InvitesPage },
  bots: { label: "Bots", Part: BotsPage },
  webhooks: { label: "Webhooks", Part: WebhooksPage },
  workspace: { label: "Workspace", Part: WorkspacePage },
};

/** What owners and admins decide for everyone, at /admin/:tab? */
export function AdminPage({ tab = "people" }: { tab?: string }) {
  const me = useMe();
  if (me.role !== "owner" && me.role !== "admin") {
    return (
      <Page title="Admin" tabs={[]}>
        <EmptyState action={<ButtonLink href="/">Back to the rooms</ButtonLink>}>
          Only owners and admins can see this page.
        </EmptyState>
      </Page>
    );
  }
  const current = Object.entries(parts).find(([name]) => name === tab) ?? ["people", parts.people];
  const [name, { Part }] = current;
  return (
    <Page
      title="Admin"
      tabs={Object.entries(parts).map(([part, { label }]) => ({
        href: adminPath(part),
        label,
        current: part === name,
      }))}
    >
      <Part />
    </Page>
  );
}
