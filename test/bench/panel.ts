import { seedCompany } from "../sandbox/company/seed";
import { buildExtension } from "../tools/build-extension";
import { findBrowser } from "../tools/find-browser";
import { startContender } from "./contender";
import { panelOpening } from "./panel-opening";

const company = seedCompany({ today: new Date().toISOString().slice(0, 10) });
const { path: executablePath } = await findBrowser();
const build = await buildExtension("sandbox");
const plumbline = await startContender("plumbline", { company, executablePath, build });
console.table([await panelOpening(plumbline)]);
await plumbline.close();
