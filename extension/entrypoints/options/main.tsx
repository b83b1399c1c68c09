import "./options.css";
import { mountPage } from "../../ui/mount-page";
import { OptionsPage } from "./options-page";

mountPage(OptionsPage, (t) => t("optionsTitle"));
