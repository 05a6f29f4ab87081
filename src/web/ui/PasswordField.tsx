import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { PlainIconButton } from "./PlainIconButton.tsx";
import { TextField } from "./TextField.tsx";
import type { TextFieldProps } from "./TextField.tsx";

interface PasswordFieldProps extends Omit<TextFieldProps, "type" | "end" | "autoComplete"> {
  /** Tells password managers whether to fill in or to propose one. */
  autoComplete: "current-password" | "new-password";
}

/** A password that one can look at while typing it. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      {...props}
      type={shown ? "text" : "password"}
      end={
        <PlainIconButton
          size="small"
          label={shown ? "Hide password" : "Show password"}
          title={shown ? "Hide password" : "Show password"}
          icon={shown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
