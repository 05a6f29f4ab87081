import { useState } from "react";
import { limits } from "../../../shared/limits.ts";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Form } from "../../forms/useForm.ts";
import { usernameFrom } from "./usernameFrom.ts";

const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The fields of a new account. The username follows the name until it is typed. */
export function AccountFields({ form }: { form: Form }) {
  const [username, setUsername] = useState("");
  const [chosen, setChosen] = useState(false);
  return (
    <>
      <input type="hidden" name="timeZone" value={ownTimeZone} />
      <TextField
        label="Your name"
        name="displayName"
        autoComplete="name"
        maxLength={limits.displayName}
        size="large"
        error={form.error("displayName")}
        onChange={(event) => {
          if (!chosen) setUsername(usernameFrom(event.target.value));
        }}
      />
      <TextField
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={limits.username}
        size="large"
        start="@"
        hint="Others mention you by it. You can change it later."
        error={form.error("username")}
        value={username}
        onChange={(event) => {
          setUsername(event.target.value);
          setChosen(event.target.value !== "");
        }}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        size="large"
        error={form.error("email")}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        size="large"
        hint={`At least ${limits.password.min} characters.`}
        error={form.error("password")}
      />
    </>
  );
}
