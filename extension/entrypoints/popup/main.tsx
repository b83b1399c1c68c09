import "./popup.css";
import { mountPage } from "../../ui/mount-page";
import { PopupPage } from "./popup-page";

mountPage(PopupPage, (t) => t("extensionName"));
