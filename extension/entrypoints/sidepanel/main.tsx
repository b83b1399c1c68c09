import "../../../shared/ui/panel/panel.css";
import { mountPage } from "../../ui/mount-page";
import { PanelPage } from "./panel-page";

mountPage(PanelPage, (t) => t("extensionName"));
