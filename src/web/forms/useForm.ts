import { useRef, useState } from "react";
import type { ComponentProps, FormEvent } from "react";
import { flushSync } from "react-dom";
import type { z } from "zod";
import { errorDetails } from "../../client/errors.ts";
import type { ErrorCode } from "../../shared/errors.ts";
import { failureWords } from "./failure.ts";

interface FormOptions<Schema extends z.ZodType> {
  /** The input's own schema from `shared`, so that what passes here passes there. */
  schema: Schema | (() => Promise<Schema>);
  /** What to say when a field does not pass, by its name. */
  words: Partial<Record<string, string>>;
  /** The field that a failure is about: `{ USERNAME_TAKEN: "username" }`. */
  fieldOf?: Partial<Record<ErrorCode, string>>;
  /** From the form's data to the schema's input; by default one string per field. */
  read?: (data: FormData) => unknown;
  submit: (values: z.output<Schema>) => Promise<unknown>;
}

export interface Form {
  /** Spread them on the `<form>`. */
  props: Pick<ComponentProps<"form">, "ref" | "noValidate" | "onSubmit" | "onInput">;
  busy: boolean;
  /** Sent and accepted, and not changed since. */
  done: boolean;
  /** What is wrong with a field, for its `error`. */
  error: (field: string) => string | undefined;
  /** What is wrong beyond one field, for an `ErrorMessage` above the button. */
  problem: string | null;
}

type Errors = Record<string, string>;

/**
 * A form of uncontrolled fields: checked against its schema when it is sent, errors at their fields,
 * focus on the first of them. A field's error goes as soon as the field is changed.
 */
export function useForm<Schema extends z.ZodType>(options: FormOptions<Schema>): Form {
  const { schema, words, fieldOf = {}, read = Object.fromEntries, submit } = options;
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string | null>(null);

  const refuse = (found: Errors) => {
    // Drawn at once, because focus goes to what is marked as invalid on the page.
    flushSync(() => setErrors(found));
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  const explain = (error: unknown) => {
    const { code, message, fields } = errorDetails(error);
    const field = fieldOf[code];
    if (fields) refuse({ ...fields, ...pick(words, Object.keys(fields)) });
    else if (field) refuse({ [field]: message });
    else setProblem(failureWords(error));
  };

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    setProblem(null);
    const data = read(new FormData(event.currentTarget));
    sending.current = true;
    try {
      const parsed = (typeof schema === "function" ? await schema() : schema).safeParse(data);
      if (!parsed.success) return refuse(errorsOf(parsed.error, words));
      setErrors({});
      setState("busy");
      await submit(parsed.data);
      setState("done");
    } catch (error) {
      setState("idle");
      explain(error);
    } finally {
      sending.current = false;
    }
  };

  const forget = (event: FormEvent<HTMLFormElement>) => {
    if (state === "done") setState("idle");
    const { target } = event;
    if (target instanceof Element && "name" in target && typeof target.name === "string") {
      const { [target.name]: gone, ...rest } = errors;
      if (gone !== undefined) setErrors(rest);
    }
  };

  return {
    props: { ref: form, noValidate: true, onSubmit: (event) => void send(event), onInput: forget },
    busy: state === "busy",
    done: state === "done",
    error: (field) => errors[field],
    problem,
  };
}

/** The first problem of each field. */
function errorsOf(error: z.ZodError, words: FormOptions<z.ZodType>["words"]): Errors {
  const errors: Errors = {};
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    errors[field] ??= words[field] ?? message;
  }
  return errors;
}

function pick(words: Partial<Record<string, string>>, fields: string[]): Errors {
  const picked: Errors = {};
  for (const field of fields) {
    const sentence = words[field];
    if (sentence !== undefined) picked[field] = sentence;
  }
  return picked;
}
