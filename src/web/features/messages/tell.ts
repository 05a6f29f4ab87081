import { errorDetails } from "../../../client/index.ts";
import { showToast } from "../../ui/toasts.ts";

/** Says why what was shown already is taken back: what one did it with may be gone. */
export function tell(error: unknown): void {
  showToast(errorDetails(error).message);
}
