import { useMinute, useToday } from "./clock.ts";
import { formatTime, fullTime } from "./timeFormat.ts";
import type { TimeFormat } from "./timeFormat.ts";

interface TimeProps {
  /** An ISO time, as DTOs carry it. */
  value: string;
  /** See `TimeFormat`; "short" unless told otherwise. */
  format?: TimeFormat;
  className?: string;
}

/** A time in few words, kept true as time passes; the full date and zone on hover. */
export function Time({ format = "short", ...rest }: TimeProps) {
  return format === "relative" ? (
    <TimeByMinute {...rest} format={format} />
  ) : (
    <TimeByDay {...rest} format={format} />
  );
}

interface FormattedTimeProps extends TimeProps {
  format: TimeFormat;
}

function TimeByMinute(props: FormattedTimeProps) {
  return <TimeAt {...props} now={useMinute()} />;
}

function TimeByDay(props: FormattedTimeProps) {
  return <TimeAt {...props} now={useToday()} />;
}

function TimeAt({ value, format, className, now }: FormattedTimeProps & { now: Date }) {
  const time = new Date(value);
  return (
    <time dateTime={value} title={fullTime(time)} className={className}>
      {formatTime(time, now, format)}
    </time>
  );
}
