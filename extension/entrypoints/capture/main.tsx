import "./capture.css";
import { mountPage } from "../../ui/mount-page";
import { CapturePage } from "./capture-page";
import { readRequest } from "./read-request";

// Taken once, and its id is gone from the address: whoever shows this page again shows nothing.
const id = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const request = await readRequest(id);
mountPage(
  (props) => <CapturePage id={id} request={request} {...props} />,
  (t) => t(request?.refused ? "gate_title" : "statement_title"),
  request?.theme ?? "auto",
);
