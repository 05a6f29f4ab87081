import { Laptop, Smartphone } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Session } from "../../../shared/session.ts";
import { trpc } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { Row, RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Time } from "../../ui/Time.tsx";
import { deviceName } from "./deviceName.ts";

const DeviceLinkDialog = lazy(async () => ({
  default: (await import("./DeviceLinkDialog.tsx")).DeviceLinkDialog,
}));

/** Where one is signed in, each device with a way to end it. */
export function DeviceList() {
  const devices = trpc.session.list.useQuery();
  const [asking, setAsking] = useState(false);
  const others = devices.data?.filter((device) => !device.current) ?? [];
  const revoke = useRevoke();
  const link = trpc.session.createDeviceLink.useMutation();
  return (
    <Section
      title="Devices"
      hint="Where you are signed in."
      action={
        <>
          {others.length > 1 && (
            <Button size="small" onClick={() => setAsking(true)}>
              Sign out all others
            </Button>
          )}
          <Button size="small" busy={link.isPending} onClick={() => link.mutate()}>
            Add a device
          </Button>
        </>
      }
    >
      {link.isError && <ErrorMessage>{failureWords(link.error)}</ErrorMessage>}
      {devices.isError && (
        <ErrorMessage onRetry={() => void devices.refetch()}>
          {failureWords(devices.error)}
        </ErrorMessage>
      )}
      {devices.isPending && <Skeleton shape="block" height="3.5rem" />}
      {devices.data && (
        <RowList label="Devices">
          {devices.data
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((device) => (
              <DeviceRow key={device.id} device={device} />
            ))}
        </RowList>
      )}
      {link.data && (
        <Suspense>
          <DeviceLinkDialog
            link={link.data}
            onClose={() => {
              link.reset();
              void devices.refetch();
            }}
          />
        </Suspense>
      )}
      {asking && (
        <ConfirmDialog
          title="Sign out all other devices?"
          description="This device stays signed in. On the others you have to sign in again."
          confirmLabel="Sign out others"
          busy={revoke.isPending}
          error={revoke.isError ? failureWords(revoke.error) : null}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            const answers = others.map((device) => revoke.mutateAsync({ sessionId: device.id }));
            // A failure shows in the dialog, which then stays.
            Promise.all(answers).then(
              () => setAsking(false),
              () => {},
            );
          }}
        />
      )}
    </Section>
  );
}

function DeviceRow({ device }: { device: Session }) {
  const revoke = useRevoke();
  const mobile = /iPhone|iPad|Android/.test(device.userAgent);
  return (
    <Row
      start={mobile ? <Smartphone aria-hidden /> : <Laptop aria-hidden />}
      title={
        <>
          {deviceName(device.userAgent)}
          {device.current && <Tag>This device</Tag>}
        </>
      }
      detail={
        <>
          Last used <Time value={device.lastSeenAt} format="relative" />, signed in{" "}
          <Time value={device.createdAt} format="relative" />
        </>
      }
      end={
        !device.current && (
          <Button
            size="small"
            busy={revoke.isPending}
            onClick={() => revoke.mutate({ sessionId: device.id })}
          >
            Sign out
          </Button>
        )
      }
      error={revoke.isError && <ErrorMessage>{failureWords(revoke.error)}</ErrorMessage>}
    />
  );
}

function useRevoke() {
  const utils = trpc.useUtils();
  return trpc.session.revoke.useMutation({ onSettled: () => utils.session.list.invalidate() });
}
