import { maskRoute } from "../../trackers/mask-route";
import { routeWords } from "../../trackers/route-words";
import type { ViewReport } from "../../trackers/view-report";

/** A report with the page's path, in which keys, ids and names are replaced. */
export const reportToSend = ({ tracker, view, ...found }: ViewReport, url: URL) => ({
  tracker,
  view,
  route: maskRoute(url, routeWords[tracker]),
  ...found,
});
