import { CARD } from "./card";
import { COMPOSER } from "./composer";
import { FRAME } from "./frame";
import { LOG } from "./log";
import { THEME } from "./theme";

export const STYLES = [THEME, FRAME, LOG, CARD, COMPOSER];
