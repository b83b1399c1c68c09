import "./welcome.css";
import { mountPage } from "../../ui/mount-page";
import { WelcomePage } from "./welcome-page";

mountPage(WelcomePage, (t) => t("welcomeTitle"));
