import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { asInstalled } from "./tracker.content/as-installed";

/** Goes before the overlay's script as long as nobody chose anything that it would have to wait for. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [asInstalled]: true });
});
